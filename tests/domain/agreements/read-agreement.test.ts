import { expect, it } from "vitest";
import { getAgreement } from "#app/domain/agreements/read-agreement.queries.server.ts";
import { requestAgreementChanges } from "#app/domain/agreements/request-agreement-changes.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory, valueOf } from "./agreement-story.ts";

const database = testDatabase();

it("tells the host what the teacher asks of it, never what the teacher asks the school", async () => {
  const { place, answer, pupil, offer, make, teacher, employer } = await agreementStory(database.db);
  const agreementId = await place(pupil.id, offer.id);
  const asTeacher = await make.as(teacher.id);
  const toHost = "Merci de préciser les activités de la seconde semaine.";
  const toSchool = "La famille a déménagé : merci de corriger les responsables.";
  const ask = async (addressee: "host" | "school", comment: string) =>
    valueOf(await requestAgreementChanges(asTeacher, { agreementId, field: null, addressee, comment }));
  await ask("host", toHost);
  valueOf(await answer(agreementId, { activities: "Observer l’accueil, puis l’atelier." }));
  await ask("school", toSchool);

  const read = await getAgreement(database.db, (await make.as(employer.id)).actor, agreementId, ["host"]);
  expect(read?.awaited).toMatchObject({ party: "school", act: "correction" });
  const forHost = JSON.stringify(read);
  expect(forHost).toContain(toHost);
  expect(forHost).not.toContain(toSchool);
  const forTeacher = JSON.stringify(
    await getAgreement(asTeacher.db, asTeacher.actor, agreementId, ["teacher"]),
  );
  expect(forTeacher).toContain(toHost);
  expect(forTeacher).toContain(toSchool);
});

it("says who asked for a change, who made it, and who moved the agreement on", async () => {
  const { place, answer, pupil, offer, make, teacher, employer } = await agreementStory(database.db);
  const agreementId = await place(pupil.id, offer.id);
  const asTeacher = await make.as(teacher.id);
  const comment = "Merci de préciser les activités de la seconde semaine.";
  valueOf(await requestAgreementChanges(asTeacher, { agreementId, field: null, addressee: "host", comment }));
  valueOf(await answer(agreementId, { activities: "Observer l’accueil, puis l’atelier." }));
  const nameOf = (person: { firstName: string; lastName: string }) =>
    `${person.firstName} ${person.lastName}`;
  const agreement = await getAgreement(asTeacher.db, asTeacher.actor, agreementId, ["teacher"]);
  expect(agreement?.remarks).toMatchObject([
    { authorName: nameOf(teacher), resolvedByName: nameOf(employer) },
  ]);
  expect(agreement?.changes.map(({ to, byName }) => [to, byName])).toEqual([
    ["completed", null],
    ["changes_requested", nameOf(teacher)],
    ["completed", nameOf(employer)],
  ]);
});
