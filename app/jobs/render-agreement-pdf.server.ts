import { findAgreement } from "#app/domain/agreements/agreements.store.server.ts";
import { storeAgreementDocument } from "#app/domain/agreements/document/store-agreement-document.server.ts";
import type { JobContext } from "./job-context.ts";
import { JobFailure } from "./job-failure.ts";

/** Makes and keeps the PDF of a validated agreement, so that nobody waits for it; run twice, it is made once. */
export async function renderAgreementPdf(context: JobContext, agreementId: string): Promise<void> {
  const agreement = await findAgreement(context.db, agreementId);
  if (!agreement) throw new JobFailure(`agreement ${agreementId} does not exist`);
  await storeAgreementDocument(context, agreement);
}
