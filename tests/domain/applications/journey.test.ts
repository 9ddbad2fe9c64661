import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { findAgreement } from "#app/domain/agreements/agreements.store.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import type { PeriodChoice } from "#app/domain/offers/offer.ts";
import { getSeats } from "#app/domain/offers/offers.queries.server.ts";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { affiliations, agreements, applications, offerSearch, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";

async function story(seats: [number, number] = [1, 1]) {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const world = await make.world({ seats });
  const pupil = await make.as(world.pupil.id);
  const host = await make.as(world.employer.id);
  const apply = async (offerId: string, choice: PeriodChoice = "both", ctx = pupil) =>
    valueOf(await submitApplication(ctx, { offerId, motivation, choice })).applicationId;
  const accepted = async (offerId: string, choice: PeriodChoice = "both", ctx = pupil) => {
    const applicationId = await apply(offerId, choice, ctx);
    valueOf(await acceptApplication(host, { applicationId }));
    return applicationId;
  };
  return { clock, make, world, pupil, host, apply, accepted };
}

function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(`Unexpected refusal: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function statusOf(id: string): Promise<string | undefined> {
  const [row] = await database.db
    .select({ status: applications.status })
    .from(applications)
    .where(eq(applications.id, id));
  return row?.status;
}

async function seatsOf(offerId: string): Promise<string[]> {
  return (await getSeats(database.db, offerId)).map(
    ({ capacity, reserved, taken }) => `${reserved}+${taken}/${capacity}`,
  );
}

async function expectTruth(): Promise<void> {
  const reports = await checkInvariants(database.db, [...INVARIANTS, PROJECTION]);
  expect(reports.filter(({ violations }) => violations > 0)).toEqual([]);
}

describe("the journey of an application", () => {
  it("leads from a letter to a place and a completed agreement", async () => {
    const { world, pupil, accepted } = await story();
    const before = await database.db.$count(outboxEvents);
    const applicationId = await accepted(world.offer.id);
    expect(await seatsOf(world.offer.id)).toEqual(["1+0/1", "1+0/1"]);
    expect(
      await database.db.select().from(offerSearch).where(eq(offerSearch.offerId, world.offer.id)),
    ).toEqual([]);

    const { agreementId } = valueOf(await confirmPlacement(pupil, { applicationId }));
    expect(await seatsOf(world.offer.id)).toEqual(["0+1/1", "0+1/1"]);
    const [agreement] = await database.db.select().from(agreements).where(eq(agreements.id, agreementId));
    expect(agreement).toMatchObject({ status: "completed", currentVersion: 1, applicationId });
    const events = await database.db
      .select({ type: outboxEvents.type })
      .from(outboxEvents)
      .orderBy(outboxEvents.id)
      .offset(before);
    expect(events.map(({ type }) => type)).toEqual([
      "application.submitted",
      "application.accepted",
      "application.confirmed",
      "agreement.completed",
    ]);
    await expectTruth();
  });

  it("releases the other live applications for the confirmed weeks, and only those", async () => {
    const { world, pupil, apply, accepted } = await story([3, 3]);
    const [weekOne, both, weekTwo] = [await world.newOffer(), await world.newOffer(), await world.newOffer()];
    const rivals = {
      one: await accepted(weekOne.id, 1),
      both: await apply(both.id),
      two: await apply(weekTwo.id, 2),
    };
    const applicationId = await accepted(world.offer.id, 1);
    valueOf(await confirmPlacement(pupil, { applicationId }));
    expect(await statusOf(rivals.one)).toBe("released");
    expect(await statusOf(rivals.both)).toBe("released");
    expect(await statusOf(rivals.two)).toBe("submitted");
    expect(await seatsOf(weekOne.id)).toEqual(["0+0/3", "0+0/3"]);
    await expectTruth();
  });

  it("names on the agreement whoever heads the school today, never a predecessor", async () => {
    const { make, world, pupil, accepted } = await story();
    const past = await make.person({ firstName: "Ancienne", lastName: "Direction" });
    const { uai } = world.school;
    const gone = {
      role: "schoolHead" as const,
      schoolUai: uai,
      validFrom: "2020-09-01",
      validTo: "2027-03-01",
    };
    await database.db.insert(affiliations).values({ personId: past.id, ...gone });
    const applicationId = await accepted(world.offer.id);
    const { agreementId } = valueOf(await confirmPlacement(pupil, { applicationId }));
    const agreement = await findAgreement(database.db, agreementId);
    expect(agreement?.content.school.headName).toBe(`${world.head.firstName} ${world.head.lastName}`);
  });

  it("lets a pupil spend one week in each of two hosts", async () => {
    const { world, pupil, accepted } = await story();
    const second = await world.newOffer();
    const first = await accepted(world.offer.id, 1);
    valueOf(await confirmPlacement(pupil, { applicationId: first }));
    const applicationId = await accepted(second.id, 2);
    valueOf(await confirmPlacement(pupil, { applicationId }));
    const own = await database.db.select().from(agreements).where(eq(agreements.pupilId, world.pupil.id));
    expect(own).toHaveLength(2);
    await expectTruth();
  });

  it("gives the seat back at once when an accepted application is withdrawn", async () => {
    const { world, pupil, accepted } = await story();
    const applicationId = await accepted(world.offer.id);
    valueOf(await withdrawApplication(pupil, { applicationId }));
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    expect(
      await database.db.select().from(offerSearch).where(eq(offerSearch.offerId, world.offer.id)),
    ).toHaveLength(1);
    await expectTruth();
  });
});

describe("what is refused", () => {
  it("refuses a second live application to the same offer, and accepts a new one after a refusal", async () => {
    const { world, pupil, host, apply } = await story();
    const applicationId = await apply(world.offer.id);
    const again = { offerId: world.offer.id, motivation, choice: "both" as const };
    expect(await submitApplication(pupil, again)).toEqual({ ok: false, error: { code: "already_applied" } });
    valueOf(await declineApplication(host, { applicationId, reason: "dates" }));
    expect((await submitApplication(pupil, again)).ok).toBe(true);
  });

  it("refuses the application that goes beyond the campaign's maximum", async () => {
    const { world, pupil, apply } = await story();
    const max = world.campaign.maxLiveApplications;
    for (let sent = 0; sent < max; sent += 1) await apply((await world.newOffer()).id);
    const beyond = await submitApplication(pupil, { offerId: world.offer.id, motivation, choice: "both" });
    expect(beyond).toEqual({ ok: false, error: { code: "quota_reached", max } });
  });

  it("refuses weeks that are full, taken already, or an offer that is paused", async () => {
    const { world, pupil, make, apply, accepted } = await story();
    const applicationId = await accepted(world.offer.id, 1);
    const neighbour = await make.as((await world.newPupil()).id);
    const full = await submitApplication(neighbour, { offerId: world.offer.id, motivation, choice: "both" });
    expect(full).toEqual({ ok: false, error: { code: "weeks_not_open" } });
    valueOf(await confirmPlacement(pupil, { applicationId }));
    const taken = await submitApplication(pupil, {
      offerId: (await world.newOffer()).id,
      motivation,
      choice: 1,
    });
    expect(taken).toEqual({ ok: false, error: { code: "week_already_taken" } });
    const paused = await world.newOffer({ values: { status: "paused" } });
    const closed = await submitApplication(neighbour, { offerId: paused.id, motivation, choice: "both" });
    expect(closed).toEqual({ ok: false, error: { code: "offer_closed" } });
    expect(await apply(world.offer.id, 2, neighbour)).toBeTruthy();
  });

  it("refuses a pupil outside the schools that an offer is reserved to", async () => {
    const { world, pupil } = await story();
    const reserved = await world.newOffer({ values: { reservedTo: "rep" } });
    const answer = await submitApplication(pupil, { offerId: reserved.id, motivation, choice: "both" });
    expect(answer).toEqual({ ok: false, error: { code: "offer_closed" } });
  });

  it("refuses applications before the opening day and after the campaign", async () => {
    const { clock, world, pupil } = await story();
    const input = { offerId: world.offer.id, motivation, choice: "both" as const };
    clock.set("2027-01-14T22:59:00Z");
    expect(await submitApplication(pupil, input)).toMatchObject({
      error: { code: "campaign_not_open", opensOn: "2027-01-15" },
    });
    clock.set("2027-06-28T22:30:00Z");
    expect(await submitApplication(pupil, input)).toMatchObject({ error: { code: "offer_closed" } });
  });

  it("tells nothing to someone who has no part in the application", async () => {
    const { world, make, apply } = await story();
    const applicationId = await apply(world.offer.id);
    const stranger = await make.as((await make.employer((await make.organisation()).id)).id);
    expect(await acceptApplication(stranger, { applicationId })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
    const otherPupil = await make.as((await world.newPupil()).id);
    expect(await withdrawApplication(otherPupil, { applicationId })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });
});

describe("at the same instant", () => {
  it("confirms once when the button is pressed ten times", async () => {
    const { world, make, accepted } = await story();
    const applicationId = await accepted(world.offer.id);
    const pool = database.openPool(10);
    const ctx = await make.as(world.pupil.id, pool);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => confirmPlacement(ctx, { applicationId })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await database.db.select().from(agreements).where(eq(agreements.applicationId, applicationId)),
    ).toHaveLength(1);
    await expectTruth();
  });

  it("keeps one place a week when a pupil confirms two hosts at once", async () => {
    const { world, make, accepted } = await story();
    const rival = await world.newOffer();
    const ids = [await accepted(world.offer.id), await accepted(rival.id)];
    const ctx = await make.as(world.pupil.id, database.openPool(4));
    const outcomes = await Promise.all(ids.map((applicationId) => confirmPlacement(ctx, { applicationId })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await Promise.all(ids.map(statusOf))).sort()).toEqual(["confirmed", "released"]);
    await expectTruth();
  });

  it("never leaves an application alive for a week confirmed meanwhile", async () => {
    const { world, make, accepted } = await story([9, 9]);
    const applicationId = await accepted(world.offer.id);
    const others = await Promise.all(Array.from({ length: 6 }, () => world.newOffer()));
    const ctx = await make.as(world.pupil.id, database.openPool(8));
    await Promise.all([
      ...others.map(({ id }) => submitApplication(ctx, { offerId: id, motivation, choice: "both" })),
      confirmPlacement(ctx, { applicationId }),
    ]);
    await expectTruth();
  });

  it("never accepts an application that its pupil withdraws at the same instant, nor loses the seat", async () => {
    const { world, make, apply } = await story();
    const applicationId = await apply(world.offer.id);
    const pool = database.openPool(4);
    const [withdrawn] = await Promise.all([
      withdrawApplication(await make.as(world.pupil.id, pool), { applicationId }),
      acceptApplication(await make.as(world.employer.id, pool), { applicationId }),
    ]);
    expect(withdrawn.ok).toBe(true);
    expect(await statusOf(applicationId)).toBe("withdrawn");
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    await expectTruth();
  });
});
