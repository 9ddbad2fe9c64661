import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { objectToApplication } from "#app/domain/applications/object-to-application.server.ts";
import { takeBackObjection } from "#app/domain/applications/take-back-objection.server.ts";
import { getApplicationOfPupil } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { wasRestored } from "#app/domain/applications/views/pupil-application.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { applications, guardians } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();
const refused = (code: string) => ({ ok: false, error: { code } });
const MINUTE = 1 / (24 * 60);

async function familyStory() {
  const story = await lifeCycleStory(database.db);
  const { personId } = story.pupil.actor;
  const [mother] = await database.db.select().from(guardians).where(eq(guardians.pupilId, personId));
  const [father] = await database.db
    .insert(guardians)
    .values({ pupilId: personId, name: "Autre parent", email: "autre@example.org" })
    .returning();
  const deadlineOf = async (id: string) => {
    const [row] = await database.db.select().from(applications).where(eq(applications.id, id));
    return row?.deadlineAt;
  };
  return { ...story, deadlineOf, mother: mother!.id, father: father!.id };
}

describe("a legal representative who takes an objection back", () => {
  it("gives the pupil the place back, kept until the same hour, and everyone told learns of it", async () => {
    const story = await familyStory();
    const { clock, pupil, world, mother, accepted, statusOf, seatsOf, deadlineOf, eventsAbout } = story;
    const applicationId = await accepted(world.offer.id);
    const before = await deadlineOf(applicationId);
    clock.advanceDays(1);
    valueOf(await objectToApplication(pupil, { guardianId: mother, applicationId }));
    clock.advanceDays(5 * MINUTE);
    valueOf(await takeBackObjection(pupil, { guardianId: mother, applicationId }));
    expect(await statusOf(applicationId)).toBe("accepted");
    expect(await seatsOf(world.offer.id)).toEqual(["1+0/1", "1+0/1"]);
    expect(await deadlineOf(applicationId)).toEqual(before);
    expect((await eventsAbout(applicationId)).at(-1)).toBe("application.objection_taken_back");
    await story.expectTruth();
  });

  it("leaves an application without answer waiting for the host, and the pupil's own restoration untouched", async () => {
    const { clock, pupil, world, mother, apply, statusOf, expectTruth } = await familyStory();
    const applicationId = await apply(world.offer.id);
    valueOf(await objectToApplication(pupil, { guardianId: mother, applicationId }));
    clock.advanceDays(MINUTE);
    valueOf(await takeBackObjection(pupil, { guardianId: mother, applicationId }));
    expect(await statusOf(applicationId)).toBe("submitted");
    const shown = await getApplicationOfPupil(database.db, pupil.actor, applicationId);
    expect(shown && wasRestored(shown)).toBe(false);
    await expectTruth();
  });

  it("is for the one who objected, for ten minutes, once", async () => {
    const { clock, pupil, world, mother, father, apply } = await familyStory();
    const applicationId = await apply(world.offer.id);
    const take = (guardianId: string) => takeBackObjection(pupil, { guardianId, applicationId });
    valueOf(await objectToApplication(pupil, { guardianId: mother, applicationId }));
    expect(await take(father)).toMatchObject(refused("too_late"));
    clock.advanceDays(11 * MINUTE);
    expect(await take(mother)).toMatchObject(refused("too_late"));

    const other = await apply((await world.newOffer()).id);
    const again = { guardianId: mother, applicationId: other };
    valueOf(await objectToApplication(pupil, again));
    clock.advanceDays(MINUTE);
    valueOf(await takeBackObjection(pupil, again));
    clock.advanceDays(MINUTE);
    valueOf(await objectToApplication(pupil, again));
    clock.advanceDays(MINUTE);
    expect(await takeBackObjection(pupil, again)).toMatchObject(refused("too_late"));
  });

  it("does not take a place from whoever has it by now", async () => {
    const { make, pupil, host, world, mother, accepted, apply, statusOf, expectTruth } = await familyStory();
    const applicationId = await accepted(world.offer.id);
    valueOf(await objectToApplication(pupil, { guardianId: mother, applicationId }));
    const next = await apply(world.offer.id, "both", await make.as((await world.newPupil()).id));
    valueOf(await acceptApplication(host, { applicationId: next }));
    const taken = await takeBackObjection(pupil, { guardianId: mother, applicationId });
    expect(taken).toMatchObject(refused("no_seat_left"));
    expect(await statusOf(applicationId)).toBe("withdrawn");
    await expectTruth();
  });

  it("does not bring back what the pupil withdrew", async () => {
    const { pupil, world, mother, apply } = await familyStory();
    const applicationId = await apply(world.offer.id);
    valueOf(await withdrawApplication(pupil, { applicationId }));
    const taken = await takeBackObjection(pupil, { guardianId: mother, applicationId });
    expect(taken).toMatchObject(refused("too_late"));
  });
});
