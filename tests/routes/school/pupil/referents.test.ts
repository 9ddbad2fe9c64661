import { createElement } from "react";
import { beforeAll, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader as boardLoader } from "#app/routes/school/board.tsx";
import { loader as pupilLoader } from "#app/routes/school/pupil/pupil.tsx";
import { action } from "#app/routes/school/pupil/referents.tsx";
import { PupilPage } from "#app/ui/school/pupil/pupil-page.tsx";
import { SchoolBoardPage } from "#app/ui/school/school-board-page.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { referentStory } from "#tests/domain/follow-up/referents/referent-story.ts";
import { html } from "#tests/ui/render.tsx";

const database = testDatabase();
let app: AppContext;
let story: Awaited<ReturnType<typeof referentStory>>;

beforeAll(async () => {
  story = await referentStory(database.db);
  app = testApp(database, story.clock);
});

async function argsOf(personId: string, pupilId: string, form?: Record<string, string>) {
  const visit = { path: `/etablissement/eleves/${pupilId}/suivi`, params: { pupilId } };
  const args = routeArgs(app, { ...visit, cookie: await cookieOf(app, personId), ...(form ? { form } : {}) });
  return { ...args, unstable_pattern: "" } as never;
}

/** The board of a teacher who follows no class, and this pupil alone. */
async function boardOfOneAlone(): Promise<string> {
  const alone = await story.make.staff("teacher", story.school.uai);
  await story.entrust(story.teacher.id, alone.id);
  const args = routeArgs(app, { path: "/etablissement", cookie: await cookieOf(app, alone.id) });
  const board = await boardLoader({ ...args, unstable_pattern: "" } as never);
  return html(createElement(SchoolBoardPage, { ...board, done: null }));
}

it("hands a pupil over and back by forms alone", async () => {
  const { teacher, colleague, classmate, pupilId, pupil } = story;
  const entrust = { intent: "entrust", personId: colleague.id, reason: "Merci !" };
  const send = async (by: string, form: Record<string, string>) =>
    statusOf(async () => action(await argsOf(by, pupilId, form)));
  expect(await send(teacher.id, { ...entrust, personId: "" })).toMatchObject({ status: 422 });
  expect(await send(teacher.id, entrust)).toMatchObject({ status: 303 });

  const data = await pupilLoader(await argsOf(colleague.id, pupilId));
  const page = html(createElement(PupilPage, { ...data, done: null, refusal: undefined }));
  expect(page).toContain("Rendre ce suivi à l’équipe");
  expect(page).not.toContain(`/etablissement/classes/${story.classGroup.id}`);
  expect(await statusOf(async () => pupilLoader(await argsOf(colleague.id, classmate.id)))).toMatchObject({
    status: 404,
  });

  const home = routeArgs(app, { path: "/etablissement", cookie: await cookieOf(app, colleague.id) });
  const board = await boardLoader({ ...home, unstable_pattern: "" } as never);
  const sheet = html(createElement(SchoolBoardPage, { ...board, done: null }));
  expect(sheet).toContain(`${pupil.lastName} ${pupil.firstName}`);
  expect(sheet).toContain("Stage qui vous est confié");

  expect(await boardOfOneAlone()).toContain("Stage qui vous est confié");

  const end = { intent: "end", referentId: data.referents[0]?.id ?? "" };
  expect(await send(colleague.id, end)).toMatchObject({
    status: 303,
    location: "/etablissement?fait=rendu",
  });
  expect(await send(colleague.id, end)).toMatchObject({ status: 404 });
});
