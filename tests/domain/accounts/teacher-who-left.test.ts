import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { getFollowUp } from "#app/domain/guardians/follow-up.queries.server.ts";
import type { Guardian } from "#app/domain/guardians/guardian-follow-up.ts";
import { findGuardianByLink } from "#app/domain/guardians/guardians.queries.server.ts";
import { getSchoolContacts } from "#app/domain/help/school-contacts.queries.server.ts";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { affiliations, persons } from "#db/schema/index.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
let story: Awaited<ReturnType<typeof agreementStory>>;
let guardian: Guardian;

/** The class had a teacher, whom a colleague replaced on the day of the test; nobody took the first out of the class. */
beforeAll(async () => {
  story = await agreementStory(database.db);
  const { make, teacher, school, classGroup, pupil, clock } = story;
  const colleague = await make.staff("teacher", school.uai, classGroup.id);
  await database.db.update(persons).set({ lastName: "Partie" }).where(eq(persons.id, teacher.id));
  await database.db.update(persons).set({ lastName: "Arrivée" }).where(eq(persons.id, colleague.id));
  await database.db
    .update(affiliations)
    .set({ validTo: "2027-03-01" })
    .where(eq(affiliations.personId, teacher.id));
  const links = createLinkSigner("a secret of at least thirty-two characters");
  const token = links.sign("guardian", await make.guardianOf(pupil.id), 1);
  const found = await findGuardianByLink({ db: database.db, clock, links }, token);
  if (!found) throw new Error("The link opens nothing");
  guardian = found;
});

describe("a teacher who left the school", () => {
  it("is not named to a pupil who has a problem", async () => {
    const { db, actor, clock } = { ...(await story.make.as(story.pupil.id)) };
    const contacts = await getSchoolContacts(db, actor, story.campaign, clock.now());
    expect(contacts.teachers).toEqual(["Dominique Arrivée"]);
  });

  it("is not named to the parents", async () => {
    const followUp = await getFollowUp(database.db, guardian, story.clock.now());
    expect(followUp?.school.teachers).toEqual(["Dominique Arrivée"]);
  });

  it("is not the referent of a new agreement", async () => {
    const agreementId = await story.place(story.pupil.id, story.offer.id);
    const { content } = await story.read(agreementId);
    expect(content.referentTeacher.name).toBe("Dominique Arrivée");
  });
});
