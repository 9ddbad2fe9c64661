import { expect, it } from "vitest";
import type { AgreementDocument } from "#app/domain/agreements/document/agreement-document.ts";
import { previewAgreement } from "#app/domain/agreements/school-lines/preview-agreement.server.ts";
import { saveSchoolImage } from "#app/domain/schools/profile/save-school-image.server.ts";
import { renderAgreementPdf } from "#app/infra/pdf/agreement-pdf.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { pngOf } from "#tests/domain/schools/profile/png.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

it("prints an agreement of nobody, with the header and the stamp of the school, for whoever keeps it", async () => {
  const story = await agreementStory(database.db);
  const { uai } = story.school;
  const head = await story.make.as(story.head.id);
  for (const kind of ["header", "stamp"] as const)
    valueOf(await saveSchoolImage(head, { uai, kind, sent: pngOf() }));
  const printed: AgreementDocument[] = [];
  const render = (document: AgreementDocument) => {
    printed.push(document);
    return Promise.resolve(renderAgreementPdf(document));
  };
  const preview = async (personId: string) =>
    previewAgreement({ ...(await story.make.as(personId)), pdf: { render } }, { uai });
  const pdf = valueOf(await preview(story.head.id));
  expect(Buffer.from(pdf).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(printed[0]).toMatchObject({ stage: "draft", pupil: "Élève Exemple" });
  expect(Object.keys(printed[0]?.images ?? {})).toEqual(["header", "stamp"]);
  expect((await preview(story.teacher.id)).ok).toBe(false);
});
