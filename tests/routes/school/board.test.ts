import { beforeAll, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader } from "#app/routes/school/board.tsx";
import { SchoolBoardPage } from "#app/ui/school/school-board-page.tsx";
import { cookieOf, routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";
import { html } from "#tests/ui/render.tsx";
import { createElement } from "react";

const database = testDatabase();
let app: AppContext;
let story: Awaited<ReturnType<typeof agreementStory>>;

beforeAll(async () => {
  story = await agreementStory(database.db);
  await story.place(story.pupil.id, story.offer.id);
  const later = fakeClock();
  later.advanceDays(16);
  app = testApp(database, later);
});

const boardOf = async (personId: string, query = "") =>
  loader(routeArgs(app, { path: `/etablissement${query}`, cookie: await cookieOf(app, personId) }));

const pageOf = (data: Awaited<ReturnType<typeof boardOf>>) =>
  html(createElement(SchoolBoardPage, { ...data, done: null }));

it("shows a teacher what to validate, and tells the head how long it has been at the teachers'", async () => {
  const teacher = await boardOf(story.teacher.id);
  expect(teacher.own).toMatchObject({
    toValidate: { total: 1 },
    toSign: null,
    toDecide: 0,
    atTeachers: null,
  });
  const head = await boardOf(story.head.id);
  expect(head.own).toMatchObject({ toValidate: null, atTeachers: { total: 1, days: 16 } });
  expect(pageOf(head)).toContain("1 convention chez les professeurs, depuis 16 jours");
  expect(pageOf(head)).not.toContain("à valider");
  expect(pageOf(teacher)).toContain("1 convention à valider");
});

it("shows every pupil in a line, family name first, with who is awaited", async () => {
  const data = await boardOf(story.teacher.id);
  const { lastName, firstName } = story.pupil;
  const page = pageOf(data);
  expect(page).toContain(`${lastName} ${firstName}`);
  expect(page).toContain("Attend l’équipe enseignante (validation de la convention), depuis 16 jours");
  expect(page).toContain("une place annulée par la structure d’accueil");
});

it("keeps the filters of the address, and finds nobody by an unknown class", async () => {
  const found = await boardOf(
    story.head.id,
    `?nom=${story.pupil.lastName.toLowerCase()}&situation=convention`,
  );
  expect(found).toMatchObject({ found: 1, lines: [{ id: story.pupil.id }] });
  expect(await boardOf(story.head.id, "?classe=%27%20or%201")).toMatchObject({
    found: 0,
    whole: { pupils: 1 },
  });
});
