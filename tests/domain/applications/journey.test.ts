import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { getSeats } from "#app/domain/offers/offers.queries.server.ts";
import { agreements, applications, offerSearch, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";

async function story(seats: [number, number] = [1, 1]) {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  await database.db.delete(agreements);
  const world = await make.world({ seats });
  return { clock, make, ...world };
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

describe("the journey of an application", () => {
  it("leads from a letter to a place and a completed agreement", async () => {
    const { make, pupil, employer, offer } = await story();
    const pupilCtx = await make.as(pupil.id);
    const { applicationId } = valueOf(
      await submitApplication(pupilCtx, { offerId: offer.id, motivation, choice: "both" }),
    );
    valueOf(await acceptApplication(await make.as(employer.id), { applicationId }));
    expect(await getSeats(database.db, offer.id)).toEqual([
      { week: 1, capacity: 1, reserved: 1, taken: 0 },
      { week: 2, capacity: 1, reserved: 1, taken: 0 },
    ]);
    expect(await database.db.select().from(offerSearch).where(eq(offerSearch.offerId, offer.id))).toEqual([]);

    const { agreementId } = valueOf(await confirmPlacement(pupilCtx, { applicationId }));
    expect(await getSeats(database.db, offer.id)).toEqual([
      { week: 1, capacity: 1, reserved: 0, taken: 1 },
      { week: 2, capacity: 1, reserved: 0, taken: 1 },
    ]);
    const [agreement] = await database.db.select().from(agreements).where(eq(agreements.id, agreementId));
    expect(agreement).toMatchObject({ status: "completed", currentVersion: 1 });
    const events = await database.db.select({ type: outboxEvents.type }).from(outboxEvents);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        "application.submitted",
        "application.accepted",
        "application.confirmed",
        "agreement.completed",
      ]),
    );
  });
});
