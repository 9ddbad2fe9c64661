import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { PeriodChoice } from "#app/domain/offers/offer.ts";
import { getSeats } from "#app/domain/offers/offers.queries.server.ts";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import type { Result } from "#app/kernel/result.ts";
import type { Database } from "#db/client.ts";
import { applications, offerSearch, outboxEvents } from "#db/schema/index.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

export const MOTIVATION = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";

/** A pupil, a host with an offer, and the first steps that most stories take. */
export async function lifeCycleStory(db: Database, seats: [number, number] = [1, 1]) {
  const clock = fakeClock();
  const make = factories(db, clock);
  const world = await make.world({ seats });
  const pupil = await make.as(world.pupil.id);
  const host = await make.as(world.employer.id);
  const apply = async (offerId: string, choice: PeriodChoice = "both", ctx = pupil) =>
    valueOf(await submitApplication(ctx, { offerId, motivation: MOTIVATION, choice })).applicationId;
  const accepted = async (offerId: string, choice: PeriodChoice = "both", ctx = pupil) => {
    const applicationId = await apply(offerId, choice, ctx);
    valueOf(await acceptApplication(host, { applicationId }));
    return applicationId;
  };
  const statusOf = async (id: string) => {
    const [row] = await db.select().from(applications).where(eq(applications.id, id));
    return row?.status;
  };
  const seatsOf = async (offerId: string) =>
    (await getSeats(db, offerId)).map(({ capacity, reserved, taken }) => `${reserved}+${taken}/${capacity}`);
  const isFound = async (offerId: string) =>
    (await db.$count(offerSearch, eq(offerSearch.offerId, offerId))) > 0;
  const eventsAbout = async (id: string) => {
    const events = await db.select().from(outboxEvents).orderBy(outboxEvents.id);
    return events
      .filter(({ payload }) => {
        const { applicationId, agreementId } = payload as { applicationId?: string; agreementId?: string };
        return (applicationId ?? agreementId) === id;
      })
      .map(({ type }) => type);
  };
  return {
    clock,
    make,
    world,
    pupil,
    host,
    apply,
    accepted,
    statusOf,
    seatsOf,
    isFound,
    eventsAbout,
    expectTruth,
  };

  async function expectTruth(): Promise<void> {
    const reports = await checkInvariants(db, [...INVARIANTS, PROJECTION]);
    expect(reports.filter(({ violations }) => violations > 0)).toEqual([]);
  }
}

export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Unexpected refusal: ${JSON.stringify(result.error)}`);
  return result.value;
}
