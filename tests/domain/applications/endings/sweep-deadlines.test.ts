import { and, desc, eq, inArray } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { markApplicationSeen } from "#app/domain/applications/mark-application-seen.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import type { Result } from "#app/kernel/result.ts";
import type { Database } from "#db/client.ts";
import { applications, offerSearch, offerSeats, outboxEvents, stateChanges } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";

/** No test leaves a live application to the next one, nor a database that contradicts itself. */
afterEach(async () => {
  await expectTruth();
  await sweepDeadlines({ db: database.db, clock: fakeClock("2030-01-01T00:00:00Z") }, { limit: 1000 });
  await expectTruth();
});

async function story() {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const world = await make.world();
  /** An application to an offer of its own, by a pupil of its own. */
  const apply = async () => {
    const offer = await world.newOffer();
    const pupil = await make.as((await world.newPupil()).id);
    const sent = await submitApplication(pupil, { offerId: offer.id, motivation, choice: "both" });
    return { offerId: offer.id, pupil, applicationId: valueOf(sent).applicationId };
  };
  const host = await make.as(world.employer.id);
  const accepted = async () => {
    const application = await apply();
    valueOf(await acceptApplication(host, application));
    return application;
  };
  const sweep = (limit = 100, db: Database = database.db) => sweepDeadlines({ db, clock }, { limit });
  return { clock, host, apply, accepted, sweep };
}

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Unexpected refusal: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function expectTruth(): Promise<void> {
  const reports = await checkInvariants(database.db, [...INVARIANTS, PROJECTION]);
  expect(reports.filter(({ violations }) => violations > 0)).toEqual([]);
}

async function statusesOf(list: { applicationId: string }[]): Promise<(string | undefined)[]> {
  const ids = list.map(({ applicationId }) => applicationId);
  const rows = await database.db.select().from(applications).where(inArray(applications.id, ids));
  return ids.map((id) => rows.find((row) => row.id === id)?.status);
}

const eventsAbout = async ({ applicationId }: { applicationId: string }) =>
  (await database.db.select().from(outboxEvents)).filter(
    ({ payload }) => (payload as { applicationId?: string }).applicationId === applicationId,
  );

const freeSeats = ({ offerId }: { offerId: string }) =>
  database.db
    .select({ one: offerSearch.freeWeek1, two: offerSearch.freeWeek2 })
    .from(offerSearch)
    .where(eq(offerSearch.offerId, offerId));

describe("what is due", () => {
  it("expires what the host left without an answer at the end of the tenth day, read or not, and nothing before", async () => {
    const { clock, host, apply, sweep } = await story();
    const [unread, read] = [await apply(), await apply()];
    valueOf(await markApplicationSeen(host, read));
    clock.advanceDays(1);
    const later = await apply();
    clock.set("2027-03-11T22:59:59.999Z");
    expect(await sweep()).toEqual({ ended: 0, more: false });
    clock.set("2027-03-11T23:00:00Z");
    expect(await sweep()).toEqual({ ended: 2, more: false });
    expect(await statusesOf([unread, read, later])).toEqual(["expired", "expired", "submitted"]);
    expect(await eventsAbout(unread)).toMatchObject([
      { type: "application.submitted" },
      { type: "application.expired", occurredAt: clock.now() },
    ]);
  });

  it("frees the place that a pupil did not confirm by the end of the fifth day, and the offer is found again", async () => {
    const { clock, accepted, sweep } = await story();
    const application = await accepted();
    expect(await freeSeats(application)).toEqual([]);
    clock.advanceDays(5);
    expect(await sweep()).toEqual({ ended: 0, more: false });
    clock.advanceDays(1);
    expect(await sweep()).toEqual({ ended: 1, more: false });
    expect(await statusesOf([application])).toEqual(["lapsed"]);
    expect(await freeSeats(application)).toEqual([{ one: 1, two: 1 }]);
    expect((await eventsAbout(application)).map(({ type }) => type)).toContain("application.lapsed");
  });

  it("says in the history that the service itself acted, and when", async () => {
    const { clock, accepted, sweep } = await story();
    const { applicationId } = await accepted();
    clock.advanceDays(6);
    await sweep();
    const [last] = await database.db
      .select()
      .from(stateChanges)
      .where(eq(stateChanges.applicationId, applicationId))
      .orderBy(desc(stateChanges.id))
      .limit(1);
    expect(last).toMatchObject({ fromStatus: "accepted", toStatus: "lapsed", actorRole: "system" });
    expect(last).toMatchObject({ actorId: null, changedAt: clock.now() });
  });

  it("still takes an answer or a confirmation that comes late but before the sweep", async () => {
    const { clock, host, apply, accepted, sweep } = await story();
    const [toAnswer, toConfirm] = [await apply(), await accepted()];
    clock.advanceDays(11);
    valueOf(await acceptApplication(host, toAnswer));
    valueOf(await confirmPlacement(toConfirm.pupil, toConfirm));
    expect(await sweep()).toEqual({ ended: 0, more: false });
    expect(await statusesOf([toAnswer, toConfirm])).toEqual(["accepted", "confirmed"]);
  });
});

describe("batches", () => {
  it("ends the oldest first, as many as told, and says when others may wait", async () => {
    const { clock, apply, sweep } = await story();
    const sent = [];
    for (let day = 0; day < 3; day += 1) {
      sent.push(await apply());
      clock.advanceDays(1);
    }
    clock.advanceDays(20);
    expect(await sweep(2)).toEqual({ ended: 2, more: true });
    expect(await statusesOf(sent)).toEqual(["expired", "expired", "submitted"]);
    expect(await sweep(2)).toEqual({ ended: 1, more: false });
    expect(await sweep(2)).toEqual({ ended: 0, more: false });
  });

  it("ends the others when one fails, then tells the failure", async () => {
    const { clock, accepted, sweep } = await story();
    const [broken, sound] = [await accepted(), await accepted()];
    const setReserved = (reserved: number) =>
      database.db
        .update(offerSeats)
        .set({ reserved })
        .where(and(eq(offerSeats.offerId, broken.offerId), eq(offerSeats.week, 1)));
    await setReserved(0);
    clock.advanceDays(6);
    await expect(sweep()).rejects.toThrow();
    expect(await statusesOf([broken, sound])).toEqual(["accepted", "lapsed"]);
    await setReserved(1);
    expect(await sweep()).toEqual({ ended: 1, more: false });
  });
});

describe("at the same instant", () => {
  it("ends each application once when four sweeps run on connections of their own", async () => {
    const { clock, apply, accepted, sweep } = await story();
    const due = [];
    for (let pair = 0; pair < 4; pair += 1) due.push(await apply(), await accepted());
    clock.advanceDays(11);
    const pool = database.openPool(8);
    const sweeps = await Promise.all(Array.from({ length: 4 }, () => sweep(100, pool)));
    expect(sweeps.reduce((sum, { ended }) => sum + ended, 0)).toBe(due.length);
    for (const application of due) {
      const types = (await eventsAbout(application)).map(({ type }) => type);
      expect(types.filter((type) => /expired|lapsed/.test(type))).toHaveLength(1);
      expect(await freeSeats(application)).toEqual([{ one: 1, two: 1 }]);
    }
  });

  type Act = (actor: ActorContext, input: { applicationId: string }) => Promise<Result<unknown, unknown>>;
  const races: [name: string, act: Act, from: "apply" | "accepted", won: string, lost: string][] = [
    ["the host accepts", acceptApplication, "apply", "accepted", "expired"],
    ["the host reads", markApplicationSeen, "apply", "expired", "expired"],
    ["the pupil confirms", confirmPlacement, "accepted", "confirmed", "lapsed"],
    ["the pupil withdraws", withdrawApplication, "accepted", "withdrawn", "lapsed"],
  ];

  it.each(races)("gives one outcome, told to whoever acts, when %s", async (_name, act, from, won, lost) => {
    const { clock, host, sweep, ...start } = await story();
    const due: Awaited<ReturnType<typeof start.apply>>[] = [];
    for (let number = 0; number < 6; number += 1) due.push(await start[from]());
    clock.advanceDays(11);
    const pool = database.openPool(10);
    const byHost = act === acceptApplication || act === markApplicationSeen;
    const [first, second, ...outcomes] = await Promise.all([
      sweep(100, pool),
      sweep(100, pool),
      // From the last to the first, so that the sweep and the people meet in the middle.
      ...due.toReversed().map(async (application) => {
        const { actor } = byHost ? host : application.pupil;
        return (await act({ db: pool, clock, actor }, application)).ok;
      }),
    ]);
    const statuses = await statusesOf(due);
    expect(statuses.toReversed()).toEqual(outcomes.map((done) => (done ? won : lost)));
    expect(first.ended + second.ended).toBe(statuses.filter((status) => status === lost).length);
  });
});
