import { describe, expect, it } from "vitest";
import { takeBackValidation } from "#app/domain/agreements/take-back-validation.server.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { checkInvariants, INVARIANTS } from "#app/domain/operations/invariants.queries.server.ts";
import { outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory, valueOf } from "./agreement-story.ts";

const database = testDatabase();
const MINUTE = 1 / (24 * 60);

async function validatedStory() {
  const story = await agreementStory(database.db);
  const agreementId = await story.place(story.pupil.id, story.offer.id);
  const teacher = await story.make.as(story.teacher.id);
  const validate = async () =>
    validateAgreement(teacher, { agreementId, contentHash: (await story.read(agreementId)).contentHash });
  valueOf(await validate());
  return { ...story, agreementId, asTeacher: teacher, validate };
}

describe("a teacher who takes a validation back", () => {
  it("has the agreement to validate again, unchanged, and those who were told are told so", async () => {
    const { clock, asTeacher, agreementId, read, validate } = await validatedStory();
    clock.advanceDays(9 * MINUTE);
    valueOf(await takeBackValidation(asTeacher, { agreementId }));
    expect(await read(agreementId)).toMatchObject({ status: "completed", version: 1 });
    const events = await database.db.select().from(outboxEvents);
    expect(events.filter(({ type }) => type === "agreement.validation_taken_back")).toMatchObject([
      { payload: { agreementId } },
    ]);
    const reports = await checkInvariants(database.db, INVARIANTS);
    expect(reports.filter(({ violations }) => violations > 0)).toEqual([]);
    clock.advanceDays(MINUTE);
    valueOf(await validate());
    expect((await read(agreementId)).status).toBe("teacher_validated");
  });

  it("does so once, and within ten minutes", async () => {
    const { clock, asTeacher, agreementId, validate } = await validatedStory();
    clock.advanceDays(MINUTE);
    valueOf(await takeBackValidation(asTeacher, { agreementId }));
    clock.advanceDays(MINUTE);
    valueOf(await validate());
    clock.advanceDays(MINUTE);
    const again = await takeBackValidation(asTeacher, { agreementId });
    expect(again).toEqual({ ok: false, error: { code: "too_late" } });
    const late = await validatedStory();
    late.clock.advanceDays(11 * MINUTE);
    const tooLate = await takeBackValidation(late.asTeacher, { agreementId: late.agreementId });
    expect(tooLate).toEqual({ ok: false, error: { code: "too_late" } });
  });

  it("belongs to those who teach the class", async () => {
    const { make, head, employer, pupil, agreementId, read } = await validatedStory();
    for (const person of [head, employer, pupil])
      expect(await takeBackValidation(await make.as(person.id), { agreementId })).toMatchObject({
        ok: false,
        error: { code: "not_possible" },
      });
    expect((await read(agreementId)).status).toBe("teacher_validated");
  });
});
