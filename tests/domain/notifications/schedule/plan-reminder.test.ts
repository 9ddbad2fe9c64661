import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { REMINDERS } from "#app/domain/notifications/schedule/reminders.ts";
import { planReminder } from "#app/domain/notifications/schedule/plan-reminder.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { applications, applicationWeeks, hostSites, reminderMarks, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();

beforeEach(async () => {
  await database.db.execute(
    sql`truncate reminder_marks, messages, outbox_events, state_changes, applications, application_weeks cascade`,
  );
});

type Status = (typeof applications.$inferInsert)["status"];
type WeekState = (typeof applicationWeeks.$inferInsert)["state"];
const WEEK_STATES: Record<string, WeekState> = { accepted: "reserved", confirmed: "taken" };

interface Written {
  status: Status;
  weeks?: WeekNumber[];
  deadlineAt?: string;
  /** Where the host receives. */
  inseeCode?: string;
}

async function application({ status, weeks = [1, 2], deadlineAt, inseeCode }: Written) {
  const { db } = database;
  const world = await factories(db, clock).world({ seats: [9, 9] });
  if (inseeCode)
    await db
      .update(hostSites)
      .set({ inseeCode })
      .where(eq(hostSites.id, world.offer.siteId ?? ""));
  const id = newId();
  const now = clock.now();
  const owners = { campaignId: world.campaign.id, offerId: world.offer.id, pupilId: world.pupil.id };
  await db.insert(applications).values({
    id,
    ...owners,
    status,
    createdAt: now,
    updatedAt: now,
    submittedAt: now,
    motivation: "J’aimerais découvrir ce métier parce que j’aime comprendre.",
    deadlineAt: deadlineAt ? new Date(deadlineAt) : null,
  });
  const state = WEEK_STATES[status] ?? "asked";
  await db
    .insert(applicationWeeks)
    .values(weeks.map((week) => ({ applicationId: id, ...owners, week, state })));
  return id;
}

async function planAll(db = database.db) {
  for (const reminder of REMINDERS) await planReminder({ db, clock }, { reminder, limit: 100 });
}

/** The events recorded since the last call, without their identifiers. */
async function given() {
  const rows = await database.db
    .select({ type: outboxEvents.type, payload: outboxEvents.payload })
    .from(outboxEvents)
    .orderBy(asc(outboxEvents.occurredAt), asc(outboxEvents.type));
  return rows.map(({ type, payload }) => {
    const { applicationId, ...rest } = payload as Record<string, unknown>;
    expect(applicationId).toBeDefined();
    return Object.keys(rest).length > 0 ? [type, rest] : type;
  });
}

async function at(instant: string) {
  clock.set(instant);
  await planAll();
}

describe("reminders", () => {
  it("reminds a silent host on the fourth and the eighth day, once each", async () => {
    clock.set("2027-03-01T09:00:00Z");
    await application({ status: "submitted", deadlineAt: "2027-03-11T09:00:00Z" });
    await at("2027-03-05T08:59:00Z");
    expect(await given()).toEqual([]);
    for (const hour of ["09", "10", "23"]) await at(`2027-03-05T${hour}:05:00Z`);
    expect(await given()).toEqual([["application.answer_reminder", { day: 4 }]]);
    for (const hour of ["10", "11"]) await at(`2027-03-09T${hour}:05:00Z`);
    expect(await given()).toEqual([
      ["application.answer_reminder", { day: 4 }],
      ["application.answer_reminder", { day: 8 }],
    ]);
  });

  it("gives only the later reminder when the service slept, and none after the deadline", async () => {
    clock.set("2027-03-01T09:00:00Z");
    await application({ status: "seen", deadlineAt: "2027-03-11T09:00:00Z" });
    await at("2027-03-10T12:00:00Z");
    expect(await given()).toEqual([["application.answer_reminder", { day: 8 }]]);
    await application({ status: "seen", deadlineAt: "2027-03-10T12:00:00Z" });
    await at("2027-03-10T12:00:00Z");
    expect(await given()).toHaveLength(1);
  });

  it("reminds the host again of an application that its pupil took back, from its new deadline", async () => {
    clock.set("2027-03-01T09:00:00Z");
    const id = await application({ status: "submitted", deadlineAt: "2027-03-11T09:00:00Z" });
    await at("2027-03-05T10:00:00Z");
    await database.db
      .update(applications)
      .set({ deadlineAt: new Date("2027-03-17T09:00:00Z") })
      .where(eq(applications.id, id));
    await at("2027-03-06T10:00:00Z");
    expect(await given()).toHaveLength(1);
    await at("2027-03-11T10:00:00Z");
    expect(await given()).toHaveLength(2);
  });

  it("reminds a pupil a day and a half before the place is given to another", async () => {
    clock.set("2027-03-01T09:00:00Z");
    await application({ status: "accepted", deadlineAt: "2027-03-06T09:00:00Z" });
    await at("2027-03-04T20:59:00Z");
    expect(await given()).toEqual([]);
    await at("2027-03-04T21:05:00Z");
    await at("2027-03-05T21:05:00Z");
    expect(await given()).toEqual(["application.confirm_reminder"]);
  });
});

describe("reminders of a confirmed placement", () => {
  it("come a week before, the day before, on the first day, on the last one and after it", async () => {
    await application({ status: "confirmed" });
    await at("2027-06-09T21:30:00Z");
    expect(await given()).toEqual([]);
    for (let hour = 0; hour < 24 * 30; hour += 12) {
      clock.set("2027-06-09T22:05:00Z");
      clock.advanceDays(hour / 24);
      await planAll();
    }
    expect(await given()).toEqual([
      "placement.week_before",
      ["placement.day_before", { onDay: "2027-06-16" }],
      ["placement.first_day", { onDay: "2027-06-17" }],
      ["placement.last_day", { onDay: "2027-06-28" }],
      "placement.ended",
    ]);
  });

  it("count from the week of the placement, not of the campaign", async () => {
    await application({ status: "confirmed", weeks: [2] });
    await at("2027-06-17T10:00:00Z");
    expect(await given()).toEqual(["placement.week_before"]);
    await at("2027-06-22T10:00:00Z");
    expect(await given()).toEqual([
      "placement.week_before",
      ["placement.day_before", { onDay: "2027-06-22" }],
    ]);
  });

  it("follow the calendar of the place, overseas included", async () => {
    await application({ status: "confirmed", inseeCode: "98818" });
    await at("2027-06-15T12:30:00Z");
    expect(await given()).toEqual(["placement.week_before"]);
    await at("2027-06-15T13:30:00Z");
    expect(await given()).toContainEqual(["placement.day_before", { onDay: "2027-06-16" }]);
    await application({ status: "confirmed", inseeCode: "98735" });
    await at("2027-06-16T09:30:00Z");
    const before = (await given()).length;
    await at("2027-06-16T10:30:00Z");
    expect((await given()).slice(before)).toEqual([["placement.day_before", { onDay: "2027-06-16" }]]);
  });

  it("are given late when they still help, and never when their day has passed", async () => {
    await application({ status: "confirmed" });
    await at("2027-06-14T10:00:00Z");
    expect(await given()).toEqual(["placement.week_before"]);
    await application({ status: "confirmed" });
    await at("2027-06-18T10:00:00Z");
    expect(await given()).toEqual(["placement.week_before"]);
    await at("2027-07-20T10:00:00Z");
    expect(await given()).toEqual(["placement.week_before"]);
  });

  it("are not given for a placement called off", async () => {
    await application({ status: "cancelled" });
    for (const day of ["10", "16", "17", "29"]) await at(`2027-06-${day}T10:00:00Z`);
    expect(await given()).toEqual([]);
  });
});

describe("several machines", () => {
  it("give each reminder once, in batches", async () => {
    clock.set("2027-06-10T10:00:00Z");
    for (let index = 0; index < 12; index += 1) await application({ status: "confirmed" });
    const machines = [1, 2, 3, 4].map(() => database.openPool(2));
    const results = await Promise.all(
      machines.map(async (db) => {
        let planned = 0;
        for (let batch = { planned: 0, more: true }; batch.more; planned += batch.planned)
          batch = await planReminder({ db, clock }, { reminder: "week_before", limit: 5 });
        return planned;
      }),
    );
    expect(results.reduce((sum, planned) => sum + planned, 0)).toBe(12);
    expect(await database.db.$count(outboxEvents)).toBe(12);
    expect(await database.db.$count(reminderMarks)).toBe(12);
    const jobs = await database.db.execute(
      sql`select 1 from graphile_worker.jobs where task_identifier = 'dispatch_event' and priority = 10`,
    );
    expect(jobs.length).toBeGreaterThanOrEqual(12);
  });
});
