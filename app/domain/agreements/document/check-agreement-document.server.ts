import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { findAgreement } from "#app/domain/agreements/agreements.store.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Database } from "#db/client.ts";
import type { AgreementPdfRenderer } from "./agreement-document.ts";
import { storeAgreementDocument } from "./store-agreement-document.server.ts";

/**
 * Whether an agreement can be printed as it is: nobody validates what could never be signed. One that cannot is left to
 * the job that makes PDFs: it tries again, and administrators see it meanwhile.
 */
export async function checkAgreementDocument(
  { db, pdf }: { db: Database; pdf: AgreementPdfRenderer },
  { agreementId }: { agreementId: string },
): Promise<Result<void, Failure<"not_found" | "unprintable">>> {
  const agreement = await findAgreement(db, agreementId);
  if (!agreement) return err({ code: "not_found" });
  let isRefused = false;
  const watched: AgreementPdfRenderer = {
    render: (document) =>
      pdf.render(document).catch((error: unknown) => {
        isRefused = true;
        throw error;
      }),
  };
  try {
    await storeAgreementDocument({ db, pdf: watched }, agreement);
    return ok();
  } catch (error) {
    if (!isRefused) throw error;
    const key = `pdf:${agreementId}:${agreement.version}`;
    await inTransaction(db, async (tx): Promise<Result<void, never>> => {
      await enqueueJob(tx, TASKS.renderAgreement, { agreementId }, key);
      return ok();
    });
    return err({ code: "unprintable" });
  }
}
