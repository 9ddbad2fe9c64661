import { err, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { AgreementFailure } from "../agreements/agreement.failures.ts";
import { mayAct } from "../agreements/agreement.ts";
import { findAgreement } from "../agreements/agreements.store.server.ts";
import type { HostPart } from "../agreements/content/agreement-parts.ts";
import { writePart } from "../agreements/fill-agreement.server.ts";
import type { UseCaseContext } from "../use-case.ts";
import { findFound } from "./found.store.server.ts";

interface Filled {
  foundId: string;
  linkVersion: number;
  agreementId: string;
  contentHash: string;
  part: HostPart;
}

/** The host of an internship found elsewhere corrects its part of the agreement by its link, when a member of a host would. */
export async function fillFoundPart(
  { db, clock }: UseCaseContext,
  { foundId, linkVersion, agreementId, contentHash, part }: Filled,
): Promise<Result<void, AgreementFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const found = await findFound(tx, foundId, { lock: true });
    if (found?.linkVersion !== linkVersion || found.state !== "confirmed") return err({ code: "not_found" });
    const agreement = await findAgreement(tx, agreementId, { lock: true });
    if (!agreement || agreement.foundId !== foundId) return err({ code: "not_found" });
    if (!mayAct(agreement.status, "fill_host", "host"))
      return err({ code: "not_possible", status: agreement.status });
    return writePart(tx, agreement, { agreementId, contentHash, side: "host", part }, { actorId: null }, now);
  });
}
