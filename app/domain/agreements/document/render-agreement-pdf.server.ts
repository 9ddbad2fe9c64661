import { findAgreement } from "#app/domain/agreements/agreements.store.server.ts";
import { storeAgreementDocument } from "./store-agreement-document.server.ts";
import type { Database } from "#db/client.ts";
import type { AgreementPdfRenderer } from "./agreement-document.ts";
import { JobFailure } from "#app/domain/outbox/job-failure.ts";

/** Makes and keeps the PDF of a validated agreement, so that nobody waits for it; run twice, it is made once. */
export async function renderAgreementPdf(
  context: { db: Database; pdf: AgreementPdfRenderer },
  agreementId: string,
): Promise<void> {
  const agreement = await findAgreement(context.db, agreementId);
  if (!agreement) throw new JobFailure(`agreement ${agreementId} does not exist`);
  await storeAgreementDocument(context, agreement);
}
