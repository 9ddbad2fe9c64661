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

const boardOf = async (personId: string) =>
  loader(routeArgs(app, { path: "/etablissement", cookie: await cookieOf(app, personId) }));

it("shows a teacher what to validate, and tells the head how long it has been at the teachers'", async () => {
  const teacher = await boardOf(story.teacher.id);
  expect(teacher).toMatchObject({ toValidate: [{ status: "completed" }], atTeachers: null });
  const head = await boardOf(story.head.id);
  expect(head).toMatchObject({ toValidate: [], atTeachers: { total: 1 } });
  const page = html(createElement(SchoolBoardPage, { ...head, done: null }));
  expect(page).toMatch(/1 convention chez les professeurs, depuis \d+ jours/);
  expect(page).not.toContain("à valider");
  expect(html(createElement(SchoolBoardPage, { ...teacher, done: null }))).toContain(
    "1 convention à valider",
  );
});
