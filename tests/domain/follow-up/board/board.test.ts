import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { classTotals, waitingAgreements } from "#app/domain/follow-up/board/board-totals.ts";
import { declareSituation } from "#app/domain/follow-up/situations/declare-situation.server.ts";
import { agreements, classGroups, identities, persons, schools } from "#db/schema/index.ts";
import { awaitedText } from "#app/ui/messages/awaited.ts";
import { standingLabel } from "#app/ui/messages/standings.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { boardOf } from "./board-of.ts";
import { countStatements } from "./count-statements.ts";

const database = testDatabase();
const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";
type Story = Awaited<ReturnType<typeof agreementStory>>;

/** The pupil's line as the teacher reads it, in words. */
async function lineOf(story: Story, pupilId = story.pupil.id) {
  const { lines } = await boardOf(await story.make.as(story.teacher.id));
  const line = lines.find(({ id }) => id === pupilId);
  if (!line) throw new Error("Not on the board");
  const awaited = line.awaited && awaitedText(line.awaited, story.clock.now());
  return { line, says: [standingLabel(line).text, awaited] };
}

it("follows a pupil from nothing to a signed agreement, and says at each step who is awaited and since when", async () => {
  const story = await agreementStory(database.db);
  const { make, clock, pupil, offer, employer, teacher } = story;
  expect((await lineOf(story)).says).toEqual([
    "Jamais commencé",
    "Attend l’élève (première connexion), depuis aujourd’hui",
  ]);

  clock.advanceDays(3);
  const wayIn = { personId: pupil.id, issuer: "password", subject: "p", passwordHash: "x" };
  await database.db.insert(identities).values({ ...wayIn, validFrom: clock.now() });
  await database.db.update(persons).set({ lastSeenAt: clock.now() }).where(eq(persons.id, pupil.id));
  clock.advanceDays(1);
  expect((await lineOf(story)).says[1]).toBe("Attend l’élève (première candidature), depuis hier");

  const letter = { offerId: offer.id, motivation, choice: "both" as const };
  const { applicationId } = valueOf(await submitApplication(await make.as(pupil.id), letter));
  clock.advanceDays(2);
  expect((await lineOf(story)).says).toEqual([
    "Candidatures en cours",
    "Attend la structure d’accueil (réponse), depuis 2 jours",
  ]);

  valueOf(await acceptApplication(await make.as(employer.id), { applicationId }));
  expect((await lineOf(story)).says).toEqual([
    "Place à confirmer",
    "Attend l’élève (confirmation de la place), depuis aujourd’hui",
  ]);

  const { agreementId } = valueOf(await confirmPlacement(await make.as(pupil.id), { applicationId }));
  clock.advanceDays(16);
  expect((await lineOf(story)).says).toEqual([
    "Convention en cours",
    "Attend l’équipe enseignante (validation de la convention), depuis 16 jours",
  ]);

  const { contentHash } = await story.read(agreementId);
  valueOf(await validateAgreement(await make.as(teacher.id), { agreementId, contentHash }));
  clock.advanceDays(1);
  expect((await lineOf(story)).says[1]).toBe("Attend les signatures, depuis hier");

  await database.db.update(agreements).set({ status: "signed" }).where(eq(agreements.id, agreementId));
  const { line, says } = await lineOf(story);
  expect(says).toEqual(["Convention signée", null]);
  expect(line.reasons).toEqual([]);
});

describe("a line of the board", () => {
  it("tells never started, refused five times, and just cancelled apart", async () => {
    const story = await agreementStory(database.db);
    const { make, pupil, newPupil, newOffer, employer } = story;
    const host = await make.as(employer.id);
    const send = async (pupilId: string) => {
      const letter = { offerId: (await newOffer()).id, motivation, choice: "both" as const };
      return valueOf(await submitApplication(await make.as(pupilId), letter)).applicationId;
    };
    const refused = await newPupil();
    for (const reason of ["dates", "no_seat_left", "dates", "other_profile", "dates"] as const)
      valueOf(await declineApplication(host, { applicationId: await send(refused.id), reason }));
    const cancelled = await newPupil();
    const applicationId = await send(cancelled.id);
    valueOf(await acceptApplication(host, { applicationId }));
    valueOf(await confirmPlacement(await make.as(cancelled.id), { applicationId }));
    await database.db.update(agreements).set({ status: "cancelled" });
    const ofPupil = async (id: string) => (await lineOf(story, id)).line;
    expect(await ofPupil(pupil.id)).toMatchObject({ standing: "nothing", nothing: "never_started", sent: 0 });
    expect(await ofPupil(refused.id)).toMatchObject({
      nothing: "all_refused",
      sent: 5,
      refused: 5,
      refusalReasons: { dates: 3, no_seat_left: 1, other_profile: 1 },
      reasons: ["nothing", "refused"],
    });
    expect(await ofPupil(cancelled.id)).toMatchObject({
      standing: "to_replace",
      reasons: ["to_replace"],
    });
  });

  it("shows a place that the host took back before it was confirmed as one to find again", async () => {
    const story = await agreementStory(database.db);
    const { make, pupil, offer, employer } = story;
    const letter = { offerId: offer.id, motivation, choice: "both" as const };
    const { applicationId } = valueOf(await submitApplication(await make.as(pupil.id), letter));
    const host = await make.as(employer.id);
    valueOf(await acceptApplication(host, { applicationId }));
    valueOf(await cancelPlacement(host, { applicationId, reason: "site_closed" }));
    expect((await lineOf(story)).line.standing).toBe("to_replace");
  });

  it("shows who is let off, and who is welcomed at school", async () => {
    const story = await agreementStory(database.db);
    const { make, head, pupil, newPupil } = story;
    const welcomed = await newPupil();
    const days = { startsOn: "2027-06-17", endsOn: "2027-06-28" };
    const ctx = await make.as(head.id);
    const off = { kind: "exempt" as const, reason: "abroad" as const, programme: null };
    const school = { kind: "at_school" as const, reason: null, programme: "Atelier au CDI" };
    valueOf(await declareSituation(ctx, { ...off, ...days, pupilId: pupil.id }));
    valueOf(await declareSituation(ctx, { ...school, ...days, pupilId: welcomed.id }));
    expect((await lineOf(story)).line).toMatchObject({ standing: "exempt", awaited: null, reasons: [] });
    expect((await lineOf(story, welcomed.id)).line.standing).toBe("at_school");
  });

  it("counts a class out of those that the school expects, and what waits at the teachers'", async () => {
    const story = await agreementStory(database.db);
    const { make, clock, place, pupil, offer, newPupil, classGroup, head } = story;
    await newPupil();
    await place(pupil.id, offer.id);
    await database.db.update(classGroups).set({ headCount: 30 }).where(eq(classGroups.id, classGroup.id));
    clock.advanceDays(5);
    const { classes, lines } = await boardOf(await make.as(head.id));
    expect(classTotals(classes, lines)).toMatchObject([
      { name: "2de B", outOf: 30, pupils: 2, standings: { agreement: 1, nothing: 1 } },
    ]);
    expect(waitingAgreements(lines, "teacher", clock.now())).toEqual({ total: 1, days: 5 });
  });
});

it("says that few offers are free around the school, once it is known where it is", async () => {
  const story = await agreementStory(database.db);
  expect((await lineOf(story)).line.reasons).toEqual(["nothing"]);
  const point = { latitude: 44.84, longitude: -0.58 };
  await database.db.update(schools).set(point).where(eq(schools.uai, story.school.uai));
  expect((await lineOf(story)).line.reasons).toEqual(["nothing", "few_offers"]);
  for (let index = 0; index < 10; index += 1) await story.newOffer({ point });
  expect((await lineOf(story)).line.reasons).toEqual(["nothing"]);
  await database.db.update(schools).set({ latitude: 45.3 }).where(eq(schools.uai, story.school.uai));
  expect((await lineOf(story)).line.reasons).toContain("few_offers");
});

describe("who reads the board", () => {
  it("is a teacher for the classes they teach, the office and the head for the whole school, and nobody elsewhere", async () => {
    const { make, teacher, head, school, classGroup, pupil } = await agreementStory(database.db);
    const other = await make.classGroup(school.uai, "2de A");
    const stranger = await make.pupil({ schoolUai: school.uai, classGroupId: other.id });
    const office = await make.staff("schoolOffice", school.uai);
    const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
    const read = async (personId: string) => {
      const { classes, lines } = await boardOf(await make.as(personId));
      return [classes.map(({ id }) => id), lines.map(({ id }) => id).sort()];
    };
    const whole = [[other.id, classGroup.id], [pupil.id, stranger.id].sort()];
    expect(await read(teacher.id)).toEqual([[classGroup.id], [pupil.id]]);
    expect(await read(head.id)).toEqual(whole);
    expect(await read(office.id)).toEqual(whole);
    expect(await read(elsewhere.id)).toEqual([[], []]);
    expect(await read(pupil.id)).toEqual([[], []]);
  });
});

it("asks the database as many things for one pupil as for thirty", async () => {
  const story = await agreementStory(database.db);
  const { make, head, newPupil, newOffer, place } = story;
  const ctx = await make.as(head.id);
  const count = () => countStatements(database.db, (db) => boardOf({ ...ctx, db }));
  const before = await count();
  for (let index = 0; index < 30; index += 1) {
    const { id } = await newPupil();
    if (index % 3 === 0) await place(id, (await newOffer()).id);
  }
  expect(await count()).toBe(before);
});
