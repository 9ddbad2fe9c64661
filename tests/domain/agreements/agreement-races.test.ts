import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { requestAgreementChanges } from "#app/domain/agreements/request-agreement-changes.server.ts";
import { takeBackValidation } from "#app/domain/agreements/take-back-validation.server.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { Result } from "#app/kernel/result.ts";
import { agreements } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { meetAt } from "#tests/support/meeting.ts";
import { agreementStory, valueOf } from "./agreement-story.ts";

const ROUNDS = process.env.TEST_LONG ? 200 : 8;
const database = testDatabase();

function codeOf(result: Result<unknown, { code: string }>): string {
  return result.ok ? "ok" : result.error.code;
}

describe("two people at the same instant", () => {
  it("validate and correct: the teacher has vouched for what the agreement says, or for nothing", async () => {
    const story = await agreementStory(database.openPool(6));
    for (let round = 0; round < ROUNDS; round += 1) {
      const pupil = await story.newPupil();
      const agreementId = await story.place(pupil.id, (await story.newOffer()).id);
      const { contentHash } = await story.read(agreementId);
      const teacher = await story.make.as(story.teacher.id);
      const [validated, corrected] = await Promise.all([
        validateAgreement(teacher, { agreementId, contentHash }),
        story.answer(agreementId, { activities: `Observer l’atelier, jour ${round}.` }),
      ]);
      const now = await story.read(agreementId);
      expect([codeOf(validated), codeOf(corrected)].filter((code) => code === "ok")).toHaveLength(1);
      expect(now.status).toBe(validated.ok ? "teacher_validated" : "completed");
      expect(now.contentHash === contentHash).toBe(validated.ok);
    }
  });

  it("validate and ask for a change: one of the two happens, whole", async () => {
    const story = await agreementStory(database.openPool(6));
    for (let round = 0; round < ROUNDS; round += 1) {
      const pupil = await story.newPupil();
      const agreementId = await story.place(pupil.id, (await story.newOffer()).id);
      const { contentHash } = await story.read(agreementId);
      const teacher = await story.make.as(story.teacher.id);
      const remark = { field: null, addressee: "host" as const, comment: "Merci de préciser les activités." };
      const [validated, asked] = await Promise.all([
        validateAgreement(teacher, { agreementId, contentHash }),
        requestAgreementChanges(teacher, { agreementId, ...remark }),
      ]);
      const { status } = await story.read(agreementId);
      expect(status).toBe(asked.ok ? "changes_requested" : "teacher_validated");
      expect(validated.ok || asked.ok).toBe(true);
    }
  });

  it("confirm twice: one place and one agreement", async () => {
    const story = await agreementStory(database.openPool(6));
    for (let round = 0; round < ROUNDS; round += 1) {
      const pupil = await story.make.as((await story.newPupil()).id);
      const offerId = (await story.newOffer()).id;
      const motivation = "J’aimerais découvrir comment une équipe s’organise chaque jour.";
      const { applicationId } = valueOf(
        await submitApplication(pupil, { offerId, motivation, choice: "both" }),
      );
      valueOf(await acceptApplication(await story.make.as(story.employer.id), { applicationId }));
      const answers = await Promise.all([1, 2, 3].map(() => confirmPlacement(pupil, { applicationId })));
      expect(answers.map(codeOf).sort()).toEqual(["not_possible", "not_possible", "ok"]);
      const made = await database.db
        .select({ id: agreements.id })
        .from(agreements)
        .where(eq(agreements.applicationId, applicationId));
      expect(made).toHaveLength(1);
    }
  });
});

describe("two people at the same agreement, one behind the other", () => {
  type Outcome = Promise<Result<unknown, { code: string }>>;
  type Act = "validate" | "correct" | "ask" | "cancel" | "take back";
  /** What the first does, what the second is told who had read what was there before, and where it ends. */
  const MEETINGS: [start: "completed" | "validated", first: Act, second: Act, told: string, end: string][] = [
    ["completed", "validate", "correct", "not_possible", "teacher_validated"],
    ["completed", "correct", "validate", "stale", "completed"],
    ["completed", "validate", "ask", "not_possible", "teacher_validated"],
    ["completed", "ask", "validate", "not_possible", "changes_requested"],
    ["completed", "validate", "cancel", "ok", "cancelled"],
    ["completed", "cancel", "validate", "not_possible", "cancelled"],
    ["completed", "correct", "cancel", "ok", "cancelled"],
    ["completed", "cancel", "correct", "not_possible", "cancelled"],
    ["completed", "correct", "ask", "ok", "changes_requested"],
    ["completed", "ask", "correct", "ok", "completed"],
    ["validated", "take back", "cancel", "ok", "cancelled"],
    ["validated", "cancel", "take back", "not_possible", "cancelled"],
  ];

  it.each(MEETINGS)("%s: %s, then %s: %s, and it is %s", async (start, first, second, told, end) => {
    const story = await agreementStory(database.db);
    const pool = database.openPool(3);
    const agreementId = await story.place(story.pupil.id, story.offer.id);
    const { contentHash } = await story.read(agreementId);
    const teacher = await story.make.as(story.teacher.id, pool);
    const host = await story.make.as(story.employer.id, pool);
    if (start === "validated") valueOf(await validateAgreement(teacher, { agreementId, contentHash }));
    const [placed] = await database.db.select().from(agreements).where(eq(agreements.id, agreementId));
    const applicationId = placed?.applicationId ?? "";
    const remark = { field: null, addressee: "host" as const, comment: "Merci de préciser les activités." };
    const acts: Record<Act, () => Outcome> = {
      validate: () => validateAgreement(teacher, { agreementId, contentHash }),
      correct: () => story.answer(agreementId, { activities: "Observer l’atelier du matin." }, pool),
      ask: () => requestAgreementChanges(teacher, { agreementId, ...remark }),
      cancel: () => cancelPlacement(host, { applicationId, reason: "dates" }),
      "take back": () => takeBackValidation(teacher, { agreementId }),
    };
    const row = sql`select 1 from agreements where id = ${agreementId}`;
    const at = { holder: database.openPool(1), observer: database.db };
    const [one, two] = await meetAt(at, row, acts[first], acts[second]);
    expect([codeOf(one), codeOf(two)]).toEqual(["ok", told]);
    expect((await story.read(agreementId)).status).toBe(end);
  });
});
