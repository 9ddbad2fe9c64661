import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { getFollowedPupil } from "#app/domain/follow-up/pupil/followed-pupil.queries.server.ts";
import { persons } from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";

it("shows what became of each application with its reason, and never a word of a letter", async () => {
  const { make, clock, pupil, offer, newOffer, employer, teacher, campaign } = await agreementStory(
    database.db,
  );
  const asPupil = await make.as(pupil.id);
  const sent = valueOf(await submitApplication(asPupil, { offerId: offer.id, motivation, choice: "both" }));
  const { applicationId } = sent;
  const answer = { applicationId, reason: "no_seat_left" as const };
  valueOf(await declineApplication(await make.as(employer.id), answer));
  const draft = { offerId: (await newOffer()).id, motivation };
  valueOf(await saveDraftApplication(asPupil, draft));

  const reader = (await make.as(teacher.id)).actor;
  const query = { pupilId: pupil.id, campaign, at: clock.now() };
  const file = await getFollowedPupil(database.db, reader, query);
  expect(file).toMatchObject({
    lastName: pupil.lastName,
    drafts: 1,
    tries: [{ status: "declined", weeks: [1, 2], lastChange: { to: "declined", reason: "no_seat_left" } }],
    guardians: [{ email: `parent-${pupil.id}@example.org` }],
  });
  expect(JSON.stringify(file)).not.toContain(motivation);
});

it("names nobody's family once the pupil is an adult", async () => {
  const { make, clock, pupil, teacher, campaign } = await agreementStory(database.db);
  await database.db.update(persons).set({ birthDate: "2009-01-01" }).where(eq(persons.id, pupil.id));
  const query = { pupilId: pupil.id, campaign, at: clock.now() };
  const file = await getFollowedPupil(database.db, (await make.as(teacher.id)).actor, query);
  expect(file).toMatchObject({ isAdult: true, guardians: [] });
});

it("is for those who follow the class, of this school year", async () => {
  const { make, clock, pupil, teacher, head, school, campaign } = await agreementStory(database.db);
  const other = await make.classGroup(school.uai, "2de Z");
  const colleague = await make.staff("teacher", school.uai, other.id);
  const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
  const read = async (personId: string, schoolYear = campaign.schoolYear) =>
    getFollowedPupil(database.db, (await make.as(personId)).actor, {
      pupilId: pupil.id,
      campaign: { id: campaign.id, schoolYear },
      at: clock.now(),
    });
  expect(await read(teacher.id)).not.toBeNull();
  expect(await read(head.id)).not.toBeNull();
  expect(await read(colleague.id)).toBeNull();
  expect(await read(elsewhere.id)).toBeNull();
  expect(await read(pupil.id)).toBeNull();
  expect(await read(head.id, "2025-2026")).toBeNull();
});
