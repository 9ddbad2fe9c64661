import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import type { ActorContext } from "../../use-case.ts";
import type { AgreementParty } from "#app/domain/agreements/agreement.ts";
import type { AgreementPdfRenderer } from "./agreement-document.ts";
import { partyOf } from "#app/domain/agreements/agreements.policy.ts";
import { hostKnowsPupil } from "#app/domain/agreements/host-reading.ts";
import { findAgreement } from "#app/domain/agreements/agreements.store.server.ts";
import { storeAgreementDocument, type StoredDocument } from "./store-agreement-document.server.ts";

/**
 * The PDF of an agreement for one of its parties: a draft, marked as such on each page, until the teacher has validated the
 * content. Every download of a version and stage gives the same bytes. A host whose place is cancelled has it no more: the
 * file names the pupil's birth date and parents.
 */
export async function getAgreementDocument(
  { db, actor, pdf }: Omit<ActorContext, "clock"> & { pdf: AgreementPdfRenderer },
  input: { agreementId: string; parties: readonly AgreementParty[] },
): Promise<Result<StoredDocument, Failure<"not_found">>> {
  const agreement = await findAgreement(db, input.agreementId);
  const party = agreement && partyOf(actor, agreement);
  if (!agreement || !party || !input.parties.includes(party)) return err({ code: "not_found" });
  if (party === "host" && !hostKnowsPupil(agreement.status)) return err({ code: "not_found" });
  return ok(await storeAgreementDocument({ db, pdf }, agreement));
}
