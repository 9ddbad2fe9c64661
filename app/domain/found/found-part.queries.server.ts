import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import type { Queryable } from "#db/client.ts";
import { mayAct, SEALED_STATUSES } from "../agreements/agreement.ts";
import { findAgreement, listOtherSchedules } from "../agreements/agreements.store.server.ts";
import { checkAgreement } from "../agreements/content/agreement-checks.ts";
import type { AgreementPdfRenderer } from "../agreements/document/agreement-document.ts";
import {
  storeAgreementDocument,
  type StoredDocument,
} from "../agreements/document/store-agreement-document.server.ts";
import { withoutPupil } from "../agreements/host-reading.ts";
import { listRemarks } from "../agreements/read-agreement.queries.server.ts";
import type { FoundRequest } from "./found-internship.ts";

/** The host's part of the agreement that its confirmation has made; null before, and once it is cancelled. */
export async function getFoundPart(db: Queryable, { agreement: known }: Pick<FoundRequest, "agreement">) {
  const agreement = known && (await findAgreement(db, known.id));
  if (!agreement) return null;
  const { id, status, content, contentHash } = agreement;
  const remarks = await listRemarks(db, id);
  const own = withoutPupil(content);
  return {
    content: own,
    contentHash,
    checks: checkAgreement(own, await listOtherSchedules(db, agreement)),
    remarks: remarks.filter(({ addressee, resolvedAt }) => addressee === "host" && !resolvedAt),
    mayFill: mayAct(status, "fill_host", "host"),
    hasPdf: SEALED_STATUSES.includes(status),
  };
}

/** The document, once the teacher has validated it: it names the pupil's family, whom a host of an unknown address learns last. */
export async function getFoundDocument(
  { db, pdf }: { db: Parameters<typeof storeAgreementDocument>[0]["db"]; pdf: AgreementPdfRenderer },
  { agreement: known }: Pick<FoundRequest, "agreement">,
): Promise<Result<StoredDocument, Failure<"not_found">>> {
  const agreement = known && (await findAgreement(db, known.id));
  if (!agreement || !SEALED_STATUSES.includes(agreement.status)) return err({ code: "not_found" });
  return ok(await storeAgreementDocument({ db, pdf }, agreement));
}
