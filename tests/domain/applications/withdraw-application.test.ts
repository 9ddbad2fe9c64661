import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { offerSearch } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();

const story = (seats: [number, number] = [1, 1]) => lifeCycleStory(database.db, seats);

describe("an application that its pupil withdraws", () => {
  it("gives the seat back at once when an accepted application is withdrawn", async () => {
    const { world, pupil, accepted, seatsOf, expectTruth } = await story();
    const applicationId = await accepted(world.offer.id);
    valueOf(await withdrawApplication(pupil, { applicationId }));
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    expect(
      await database.db.select().from(offerSearch).where(eq(offerSearch.offerId, world.offer.id)),
    ).toHaveLength(1);
    await expectTruth();
  });
});

describe("at the same instant", () => {
  it("never accepts an application that its pupil withdraws at the same instant, nor loses the seat", async () => {
    const { world, make, apply, statusOf, seatsOf, expectTruth } = await story();
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
