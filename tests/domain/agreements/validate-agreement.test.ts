import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { outboxEvents, stateChanges } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory, valueOf } from "./agreement-story.ts";

const database = testDatabase();
const story = () => agreementStory(database.db);

describe("the teacher's word on an agreement", () => {
  it("validates what was read, and says so to those concerned", async () => {
    const { place, pupil, offer, make, teacher, read } = await story();
    const agreementId = await place(pupil.id, offer.id);
    const { contentHash } = await read(agreementId);
    valueOf(await validateAgreement(await make.as(teacher.id), { agreementId, contentHash }));
    expect(await read(agreementId)).toMatchObject({ status: "teacher_validated", version: 1 });
    const [change] = await database.db
      .select()
      .from(stateChanges)
      .where(and(eq(stateChanges.agreementId, agreementId), eq(stateChanges.toStatus, "teacher_validated")));
    expect(change).toMatchObject({ fromStatus: "completed", actorId: teacher.id, actorRole: "teacher" });
    const events = await database.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(eq(outboxEvents.type, "agreement.validated"));
    expect(events).toContainEqual({ payload: { agreementId } });
  });

  it("is refused when the content has changed since it was read", async () => {
    const { place, pupil, offer, make, teacher, read, answer } = await story();
    const agreementId = await place(pupil.id, offer.id);
    const { contentHash } = await read(agreementId);
    valueOf(await answer(agreementId, { activities: "Observer l’accueil et la comptabilité." }));
    const result = await validateAgreement(await make.as(teacher.id), { agreementId, contentHash });
    expect(result).toEqual({ ok: false, error: { code: "stale" } });
    expect(await read(agreementId)).toMatchObject({ status: "completed", version: 2 });
  });

  it("is refused when two hosts together ask for more than the law allows", async () => {
    const { place, pupil, make, teacher, read, newOffer, answer } = await story();
    // The campaign's halves meet inside an ISO week: the second host starts the day after the first ends.
    const early = await place(pupil.id, (await newOffer()).id, 1);
    const late = await place(pupil.id, (await newOffer()).id, 2);
    const dawn = { from: "06:00", to: "10:00" };
    const evenings = {
      ...DEFAULT_HOURS_GRID,
      2: { morning: null, afternoon: { from: "16:00", to: "20:00" } },
    };
    const dawns = { ...DEFAULT_HOURS_GRID, 3: { morning: dawn, afternoon: null } };
    valueOf(await answer(early, { hoursGrid: evenings }));
    valueOf(await answer(late, { hoursGrid: dawns }));
    const { contentHash, status } = await read(late);
    expect(status).toBe("completed");
    const result = await validateAgreement(await make.as(teacher.id), { agreementId: late, contentHash });
    expect(result).toEqual({ ok: false, error: { code: "not_lawful" } });
    expect((await read(late)).status).toBe("completed");
  });

  it("belongs to those who teach the class: not to another teacher, the head, the host or the pupil", async () => {
    const { place, pupil, offer, make, employer, head, school, read } = await story();
    const agreementId = await place(pupil.id, offer.id);
    const { contentHash } = await read(agreementId);
    const otherClass = await make.classGroup(school.uai, "2de Z");
    const colleague = await make.staff("teacher", school.uai, otherClass.id);
    const elsewhere = await make.school();
    const stranger = await make.staff("schoolHead", elsewhere.uai);
    const validateAs = async (personId: string) =>
      validateAgreement(await make.as(personId), { agreementId, contentHash });
    for (const person of [colleague, stranger])
      expect(await validateAs(person.id)).toEqual({ ok: false, error: { code: "not_found" } });
    for (const person of [head, employer, pupil])
      expect(await validateAs(person.id)).toMatchObject({ ok: false, error: { code: "not_possible" } });
  });
});
