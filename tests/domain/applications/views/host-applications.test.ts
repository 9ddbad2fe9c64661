import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import {
  countApplicationsForHost,
  getApplicationForHost,
  listApplicationsForHost,
} from "#app/domain/applications/views/applications.host-queries.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { daysLeft } from "#app/domain/applications/views/host-application.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { organisationsOf } from "#app/domain/accounts/actor.ts";
import { summariseOffersOfHost } from "#app/domain/offers/host-summary.queries.server.ts";
import { getOfferOfHost } from "#app/domain/offers/offers.queries.server.ts";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const motivation = "J'aimerais comprendre le travail de votre équipe, de près.";
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world();
});

const host = async () => (await make.as(world.employer.id)).actor;
const stranger = async () => {
  const organisation = await make.organisation();
  return (await make.as((await make.employer(organisation.id)).id)).actor;
};
async function apply(offerId: string, choice: "both" | 1 | 2 = 1) {
  const pupil = await world.newPupil();
  const sent = await submitApplication(await make.as(pupil.id), { offerId, motivation, choice });
  if (!sent.ok) throw new Error(sent.error.code);
  return { pupil, applicationId: sent.value.applicationId };
}

describe("an application, as a host reads it", () => {
  it("bears a first name and a town, and no identity before it is accepted", async () => {
    const offer = await world.newOffer();
    const { applicationId, pupil } = await apply(offer.id);
    const read = await getApplicationForHost(database.db, await host(), applicationId);
    expect(read).toMatchObject({ firstName: "Camille", schoolTown: "Rennes", weeks: [1], identity: null });
    expect(JSON.stringify(read)).not.toContain(pupil.lastName);
    expect(JSON.stringify(read)).not.toContain(pupil.email);
  });

  it("gives the identity once accepted, and takes it back when the acceptance ends", async () => {
    const offer = await world.newOffer();
    const { applicationId, pupil } = await apply(offer.id);
    await acceptApplication(await make.as(world.employer.id), { applicationId });
    const read = await getApplicationForHost(database.db, await host(), applicationId);
    expect(read?.identity).toMatchObject({
      lastName: pupil.lastName,
      email: pupil.email,
      className: "2de B",
    });
    expect(read?.history.map(({ to }) => to)).toEqual(["submitted", "accepted"]);
    await database.db
      .update(tables.applications)
      .set({ status: "lapsed", deadlineAt: null })
      .where(eq(tables.applications.id, applicationId));
    expect((await getApplicationForHost(database.db, await host(), applicationId))?.identity).toBeNull();
  });

  it("does not exist for another organisation, nor does the offer", async () => {
    const offer = await world.newOffer();
    const { applicationId } = await apply(offer.id);
    const other = await stranger();
    expect(await getApplicationForHost(database.db, other, applicationId)).toBeNull();
    expect(await getOfferOfHost(database.db, offer.id, organisationsOf(other))).toBeNull();
    expect((await listApplicationsForHost(database.db, other, {})).applications).toEqual([]);
    const summary = await summariseOffersOfHost(database.db, organisationsOf(other), other.personId);
    expect(summary).toEqual({ published: 0, paused: 0, drafts: 0, freeByWeek: { 1: 0, 2: 0 } });
    const outcome = await acceptApplication({ db: database.db, clock, actor: other }, { applicationId });
    expect(outcome).toEqual({ ok: false, error: { code: "not_found" } });
  });

  it("stands above those already answered, the most urgent first", async () => {
    const offer = await world.newOffer({ seats: [9, 9] });
    const answered = await apply(offer.id);
    await declineApplication(await make.as(world.employer.id), {
      applicationId: answered.applicationId,
      reason: "dates",
    });
    const first = await apply(offer.id);
    clock.advanceDays(1);
    const second = await apply(offer.id);
    const { applications } = await listApplicationsForHost(database.db, await host(), { offerId: offer.id });
    expect(applications.map(({ id }) => id)).toEqual([
      first.applicationId,
      second.applicationId,
      answered.applicationId,
    ]);
    const closed = await listApplicationsForHost(database.db, await host(), {
      offerId: offer.id,
      filter: "closes",
    });
    expect(closed.applications.map(({ id }) => id)).toEqual([answered.applicationId]);
    expect((await countApplicationsForHost(database.db, await host()))["a-repondre"]).toBeGreaterThan(1);
  });

  it("is listed by pages of twenty", async () => {
    const offer = await world.newOffer({ seats: [30, 30] });
    for (let count = 0; count < 21; count += 1) await apply(offer.id);
    const page = (number: number) =>
      host().then((actor) =>
        listApplicationsForHost(database.db, actor, { offerId: offer.id, page: number }),
      );
    expect(await page(1)).toMatchObject({ hasMore: true, applications: { length: 20 } });
    expect(await page(2)).toMatchObject({ hasMore: false, applications: { length: 1 } });
  });

  it("tells the days begun that are left to answer", () => {
    const now = new Date("2027-03-01T09:00:00Z");
    const left = (deadline: string, status: "submitted" | "accepted" = "submitted") =>
      daysLeft({ status, deadlineAt: new Date(deadline) }, now);
    expect(left("2027-03-11T09:00:00Z")).toBe(10);
    expect(left("2027-03-02T08:00:00Z")).toBe(1);
    expect(left("2027-03-01T08:00:00Z")).toBe(0);
    expect(left("2027-03-11T09:00:00Z", "accepted")).toBeNull();
  });
});

describe("fifty acceptances racing for the last seat of a week", () => {
  it("let one win, tell forty-nine that no seat is left, and never go past the capacity", async () => {
    const offer = await world.newOffer({ seats: [1, 0] });
    const applicationIds: string[] = [];
    for (let count = 0; count < 50; count += 1) applicationIds.push((await apply(offer.id)).applicationId);
    const colleagues = await Promise.all(applicationIds.map(() => make.employer(world.organisation.id)));
    const racers = database.openPool(50);
    await Promise.all(applicationIds.map(() => racers.execute(sql`select pg_sleep(0.05)`)));
    const contexts = await Promise.all(colleagues.map(({ id }) => make.as(id, racers)));
    const outcomes = await Promise.all(
      applicationIds.map(async (applicationId, index) => {
        const ctx = contexts[index];
        if (!ctx) throw new Error("A racer is missing");
        return acceptApplication(ctx, { applicationId });
      }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error.code]));
    expect(refusals).toEqual(Array.from({ length: 49 }, () => "no_seat_left"));
    const [seat] = await database.db
      .select()
      .from(tables.offerSeats)
      .where(eq(tables.offerSeats.offerId, offer.id))
      .orderBy(tables.offerSeats.week);
    expect(seat).toMatchObject({ week: 1, capacity: 1, reserved: 1, taken: 0 });
    const shown = await database.db
      .select()
      .from(tables.offerSearch)
      .where(eq(tables.offerSearch.offerId, offer.id));
    expect(shown).toEqual([]);
  });
});
