import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { reportPresence } from "#app/domain/follow-up/presence/report-presence.server.ts";
import { agreements } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { meetAt } from "#tests/support/meeting.ts";
import { stayStory, type StayStory } from "../stay-story.ts";

const database = testDatabase();
let stay: StayStory;
beforeEach(async () => {
  stay = await stayStory(database.db);
});

const DAY = "2027-06-17";
const report = (kind: "arrived" | "absent" | "accident") => ({ agreementId: stay.agreementId, kind });

describe("what is reported of a day", () => {
  it("is told once when the host and the school say the same", async () => {
    expect(await reportPresence(stay.byHost(), report("absent"))).toEqual({ ok: true });
    expect(await reportPresence(stay.bySchool, report("absent"))).toEqual({ ok: true });
    expect(await stay.holding(DAY)).toEqual(["absent"]);
    expect(await stay.told("presence.absence_reported")).toBe(1);
  });

  it("ends an absence when the pupil arrives, and says so to those who were told of it", async () => {
    await reportPresence(stay.byHost(), report("absent"));
    await reportPresence(stay.byHost(), report("arrived"));
    expect(await stay.holding(DAY)).toEqual(["arrived"]);
    expect(await stay.told("presence.report_lifted")).toBe(1);
  });

  it("alarms nobody when the pupil simply arrives", async () => {
    await reportPresence(stay.byHost(), report("arrived"));
    for (const type of ["presence.absence_reported", "presence.report_lifted"] as const)
      expect(await stay.told(type)).toBe(0);
  });

  it("keeps an accident beside the arrival", async () => {
    await reportPresence(stay.byHost(), report("arrived"));
    await reportPresence(stay.byHost(), report("accident"));
    expect(await stay.holding(DAY)).toEqual(["accident", "arrived"]);
    expect(await stay.told("presence.accident_reported")).toBe(1);
  });

  it("is noted of an earlier day by the school, and alarms nobody then", async () => {
    stay.clock.set("2027-06-21T08:00:00Z");
    expect(await reportPresence(stay.bySchool, { ...report("absent"), onDay: DAY })).toEqual({ ok: true });
    expect(await stay.holding(DAY)).toEqual(["absent"]);
    expect(await stay.told("presence.absence_reported")).toBe(0);
  });

  it("is of today alone for the host, whatever day it tells", async () => {
    stay.clock.set("2027-06-18T08:00:00Z");
    await reportPresence(stay.byHost(), { ...report("arrived"), onDay: DAY });
    expect([await stay.holding(DAY), await stay.holding("2027-06-18")]).toEqual([[], ["arrived"]]);
  });

  it.each([
    ["before the first day", "2027-06-16T08:00:00Z", "2027-06-16"],
    ["on a Sunday", "2027-06-20T08:00:00Z", "2027-06-20"],
    ["after the last day", "2027-06-29T08:00:00Z", "2027-06-29"],
  ])("is refused %s", async (_, now, day) => {
    stay.clock.set(now);
    expect(await reportPresence(stay.byHost(), report("absent"))).toEqual({
      ok: false,
      error: { code: "not_a_day", day },
    });
  });

  it("is refused of a day to come", async () => {
    const outcome = await reportPresence(stay.bySchool, { ...report("arrived"), onDay: "2027-06-18" });
    expect(outcome).toMatchObject({ ok: false, error: { code: "not_a_day" } });
  });

  it("goes by the clocks of the place", async () => {
    // Still the evening of the day before the first one in Paris.
    stay.clock.set("2027-06-16T21:30:00Z");
    expect(await reportPresence(stay.byHost(), report("arrived"))).toMatchObject({ ok: false });
    stay.clock.set("2027-06-16T22:30:00Z");
    expect(await reportPresence(stay.byHost(), report("arrived"))).toEqual({ ok: true });
  });
});

describe("who may report", () => {
  const notFound = { ok: false, error: { code: "not_found" } };

  it("is nobody of another school", async () => {
    const { actor } = await stay.stranger();
    const { db, clock } = stay;
    const ctx = { db, clock, reporter: { side: "school" as const, actor } };
    expect(await reportPresence(ctx, report("absent"))).toEqual(notFound);
  });

  it("is no host whose link was replaced, nor one whose place is cancelled", async () => {
    expect(await reportPresence(stay.byHost(2), report("absent"))).toEqual(notFound);
    await database.db
      .update(agreements)
      .set({ status: "cancelled" })
      .where(eq(agreements.id, stay.agreementId));
    expect(await reportPresence(stay.byHost(), report("absent"))).toEqual(notFound);
    expect(await reportPresence(stay.bySchool, report("absent"))).toEqual({
      ok: false,
      error: { code: "over" },
    });
  });
});

it("leaves the word of the last when the host and the school contradict one another at the same instant", async () => {
  const [holder, one, two] = [database.openPool(1), database.openPool(1), database.openPool(1)];
  await meetAt(
    { holder, observer: database.db },
    sql`select 1 from agreements where id = ${stay.agreementId}`,
    () => reportPresence({ ...stay.byHost(), db: one }, report("absent")),
    () => reportPresence({ ...stay.bySchool, db: two }, report("arrived")),
  );
  expect(await stay.holding(DAY)).toEqual(["arrived"]);
  expect(await stay.told("presence.report_lifted")).toBe(1);
});
