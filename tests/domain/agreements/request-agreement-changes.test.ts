import { describe, expect, it } from "vitest";
import { requestAgreementChanges } from "#app/domain/agreements/request-agreement-changes.server.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory, valueOf } from "./agreement-story.ts";

const database = testDatabase();
const story = () => agreementStory(database.db);
const comment = "Merci de préciser les activités de la deuxième semaine.";

describe("the teacher's word on an agreement", () => {
  it("sends the agreement back, and validates it once the host has answered", async () => {
    const { place, pupil, offer, make, teacher, read, answer } = await story();
    const agreementId = await place(pupil.id, offer.id);
    const asTeacher = await make.as(teacher.id);
    const remark = { agreementId, field: "activities", addressee: "host" as const, comment };
    valueOf(await requestAgreementChanges(asTeacher, remark));
    const sentBack = await read(agreementId);
    expect(sentBack.status).toBe("changes_requested");
    expect(await validateAgreement(asTeacher, { agreementId, contentHash: sentBack.contentHash })).toEqual({
      ok: false,
      error: { code: "not_possible", status: "changes_requested" },
    });
    valueOf(await answer(agreementId, { activities: "Semaine 1 : l’accueil. Semaine 2 : l’atelier." }));
    const answered = await read(agreementId);
    expect(answered).toMatchObject({ status: "completed", version: 2 });
    valueOf(await validateAgreement(asTeacher, { agreementId, contentHash: answered.contentHash }));
    expect(await answer(agreementId, { lunch: "Cantine" })).toEqual({
      ok: false,
      error: { code: "not_possible", status: "teacher_validated" },
    });
  });
});
