import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { createPdfRenderer } from "#app/infra/pdf/pdf-renderer.ts";
import { renderAgreementPdf } from "#app/domain/agreements/document/render-agreement-pdf.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { agreementDocuments } from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { jobContext } from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
const pdf = createPdfRenderer();
afterAll(() => pdf.close());

const context = () => ({ ...jobContext(database.db, database.url, "http://127.0.0.1:9"), pdf });

describe("the job that follows a validation", () => {
  it("keeps the validated PDF, once however many times it runs", async () => {
    const { place, pupil, offer, make, teacher, read } = await agreementStory(database.db);
    const agreementId = await place(pupil.id, offer.id);
    const { contentHash } = await read(agreementId);
    valueOf(await validateAgreement(await make.as(teacher.id), { agreementId, contentHash }));
    await Promise.all([
      renderAgreementPdf(context(), agreementId),
      renderAgreementPdf(context(), agreementId),
    ]);
    await renderAgreementPdf(context(), agreementId);
    const rows = await database.db
      .select({ stage: agreementDocuments.stage, version: agreementDocuments.version })
      .from(agreementDocuments)
      .where(eq(agreementDocuments.agreementId, agreementId));
    expect(rows).toEqual([{ stage: "validated", version: 1 }]);
  });

  it("says so without any personal data when the agreement is gone", async () => {
    const gone = newId();
    await expect(renderAgreementPdf(context(), gone)).rejects.toThrow(`agreement ${gone} does not exist`);
  });
});
