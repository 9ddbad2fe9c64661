import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { planHeadDigests } from "#app/domain/notifications/schedule/plan-head-digests.server.ts";
import { affiliations, headDigests, outboxEvents, schools } from "#db/schema/index.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
/** A Tuesday: seven o'clock in Paris is six in universal time. */
const SEVEN = "2027-03-02T06:00:00Z";

beforeEach(async () => {
  await database.db.execute(sql`truncate head_digests, outbox_events, schools cascade`);
});

/** A school with a head, where an agreement waits for its teacher. */
async function waitingSchool(place: Partial<typeof schools.$inferInsert> = {}) {
  const story = await agreementStory(database.db);
  await story.place(story.pupil.id, story.offer.id);
  if (Object.keys(place).length > 0)
    await database.db.update(schools).set(place).where(eq(schools.uai, story.school.uai));
  return story.school.uai;
}

async function at(instant: string, limit?: number) {
  return planHeadDigests({ db: database.db, clock: fakeClock(instant) }, limit);
}

async function events() {
  const rows = await database.db
    .select({ payload: outboxEvents.payload })
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "school.head_digest"))
    .orderBy(outboxEvents.occurredAt, outboxEvents.id);
  return rows.map(({ payload }) => payload);
}

describe("the digest of a head", () => {
  it("is planned at seven in the morning, once a day", async () => {
    const schoolUai = await waitingSchool();
    expect(await at("2027-03-02T05:59:00Z")).toBe(0);
    expect(await at(SEVEN)).toBe(1);
    expect(await at("2027-03-02T07:00:00Z")).toBe(0);
    expect(await at("2027-03-03T06:00:00Z")).toBe(1);
    expect(await events()).toEqual([
      { schoolUai, onDay: "2027-03-02" },
      { schoolUai, onDay: "2027-03-03" },
    ]);
  });

  it("waits for the next morning when nobody could plan it before noon", async () => {
    await waitingSchool();
    expect(await at("2027-03-02T10:59:00Z")).toBe(1);
    expect(await at("2027-03-03T11:00:00Z")).toBe(0);
  });

  it("is left out on Saturdays, Sundays and public holidays", async () => {
    await waitingSchool();
    for (const day of ["2027-03-06", "2027-03-07", "2027-03-29"])
      expect(await at(`${day}T06:30:00Z`), day).toBe(0);
  });

  it("keeps the hour and the day of the school's own clock", async () => {
    await waitingSchool({ inseeCode: "97411", postcode: "97400" });
    expect(await at("2027-03-02T02:59:00Z")).toBe(0);
    expect(await at("2027-03-02T03:00:00Z")).toBe(1);
    expect(await events()).toEqual([expect.objectContaining({ onDay: "2027-03-02" })]);
  });

  it("is not planned where nothing can wait, nor where there is no head", async () => {
    const story = await agreementStory(database.db);
    expect(await at(SEVEN)).toBe(0);
    await story.place(story.pupil.id, story.offer.id);
    const ofHead = eq(affiliations.personId, story.head.id);
    await database.db.update(affiliations).set({ validTo: "2027-03-01" }).where(ofHead);
    expect(await at(SEVEN)).toBe(0);
    await database.db.update(affiliations).set({ validTo: null }).where(ofHead);
    expect(await at(SEVEN)).toBe(1);
  });

  it("is planned once by planners that run at the same time, in batches", async () => {
    for (let index = 0; index < 3; index += 1) await waitingSchool();
    const planned = await Promise.all([at(SEVEN, 2), at(SEVEN, 2), at(SEVEN, 2)]);
    expect(planned.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect(await events()).toHaveLength(3);
  });

  it("is planned after all when the process died between the claim and the event", async () => {
    await waitingSchool();
    let asked = 0;
    const dying = {
      now: () => {
        asked += 1;
        if (asked > 1) throw new Error("killed");
        return new Date(SEVEN);
      },
    };
    await expect(planHeadDigests({ db: database.db, clock: dying })).rejects.toThrow("killed");
    expect(await database.db.$count(headDigests)).toBe(0);
    expect(await at(SEVEN)).toBe(1);
    expect(await events()).toHaveLength(1);
  });
});
