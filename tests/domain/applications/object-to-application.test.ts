import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { objectToApplication } from "#app/domain/applications/object-to-application.server.ts";
import { restoreApplication } from "#app/domain/applications/restore-application.server.ts";
import { guardians } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();
const story = (seats?: [number, number]) => lifeCycleStory(database.db, seats);
const refused = (code: string) => ({ ok: false, error: { code } });

describe("a legal representative who objects", () => {
  it("withdraws the application before the confirmation, which the pupil cannot take back", async () => {
    const { clock, world, pupil, accepted, statusOf, seatsOf, eventsAbout, expectTruth } = await story();
    const applicationId = await accepted(world.offer.id);
    const [guardian] = await database.db
      .select()
      .from(guardians)
      .where(eq(guardians.pupilId, pupil.actor.personId));
    const objection = { guardianId: guardian!.id, applicationId };
    valueOf(await objectToApplication(pupil, objection));
    expect(await statusOf(applicationId)).toBe("withdrawn");
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    expect((await eventsAbout(applicationId)).at(-1)).toBe("application.objected");
    clock.advanceDays(1);
    expect(await restoreApplication(pupil, { applicationId })).toMatchObject(refused("not_restorable"));
    expect(await objectToApplication(pupil, objection)).toMatchObject({
      error: { code: "not_possible", status: "withdrawn" },
    });
    await expectTruth();
  });

  it("does not act on another pupil's application, nor once the place is confirmed", async () => {
    const { make, world, pupil, apply, accepted } = await story([5, 5]);
    const confirmed = await accepted(world.offer.id);
    valueOf(await confirmPlacement(pupil, { applicationId: confirmed }));
    const [own] = await database.db
      .select()
      .from(guardians)
      .where(eq(guardians.pupilId, pupil.actor.personId));
    expect(await objectToApplication(pupil, { guardianId: own!.id, applicationId: confirmed })).toMatchObject(
      { error: { code: "not_possible", status: "confirmed" } },
    );
    const other = await make.as((await world.newPupil()).id);
    const theirs = await apply((await world.newOffer()).id, 1, other);
    expect(await objectToApplication(pupil, { guardianId: own!.id, applicationId: theirs })).toMatchObject(
      refused("not_found"),
    );
  });
});
