import { createElement } from "react";
import { beforeAll, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action, loader } from "#app/routes/school/reminders.tsx";
import { RemindersPage } from "#app/ui/school/reminders/reminders-page.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";
import { html } from "#tests/ui/render.tsx";

const database = testDatabase();
let app: AppContext;
let story: Awaited<ReturnType<typeof agreementStory>>;

beforeAll(async () => {
  story = await agreementStory(database.db);
  app = testApp(database, story.clock);
});

async function argsOf(query: string, form?: Record<string, string>) {
  const cookie = await cookieOf(app, story.teacher.id);
  const visit = { path: `/etablissement/encouragements${query}`, cookie };
  return { ...routeArgs(app, { ...visit, ...(form ? { form } : {}) }), unstable_pattern: "" } as never;
}

it("shows what each will read, sends it by a form alone, and says to whom", async () => {
  const { pupil } = story;
  const { reminders, author } = await loader(await argsOf(`?choix=${pupil.id}`));
  const page = html(createElement(RemindersPage, { reminders, author, refusal: undefined }));
  expect(page).toContain("La première lettre est souvent la plus difficile");
  expect(page).toContain("Envoyer à 1 élève");
  const long = { choix: pupil.id, words: "a".repeat(301) };
  expect(await statusOf(async () => action(await argsOf("", long)))).toMatchObject({ status: 422 });
  const sent = await statusOf(async () => action(await argsOf("", { choix: pupil.id, words: "Courage !" })));
  expect(sent.status).toBe(303);
  const query = (sent.location ?? "").slice("/etablissement/encouragements".length);
  expect((await loader(await argsOf(query))).sent).toMatchObject([{ id: pupil.id }]);
  const again = await statusOf(async () => action(await argsOf("", { choix: pupil.id, words: "" })));
  expect(again).toMatchObject({ status: 409 });
  expect(await statusOf(async () => action(await argsOf("", {})))).toMatchObject({ status: 422 });
});
