import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HELP_BODY_LENGTH } from "#app/domain/help/help-request.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action, loader } from "#app/routes/pupil/problem.tsx";
import { action as classAction, loader as classLoader } from "#app/routes/school/class-group.tsx";
import { helpRequests } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let world: Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
let cookie = "";

beforeAll(async () => {
  app = testApp(database, clock);
  world = await factories(database.db, clock).world();
});

beforeEach(async () => {
  await database.db.delete(helpRequests);
  cookie = await cookieOf(app, (await world.newPupil()).id);
});

const visit = (form?: Record<string, string>) =>
  routeArgs(app, { path: "/eleve/probleme", cookie, ...(form && { form }) });
const post = (form: Record<string, string>) => statusOf(() => action(visit(form)));
const onClassPage = async (form?: Record<string, string>) => {
  const classGroupId = world.classGroup.id;
  return routeArgs(app, {
    path: `/etablissement/classes/${classGroupId}`,
    params: { classGroupId },
    cookie: await cookieOf(app, world.teacher.id),
    ...(form && { form }),
  });
};

describe("a pupil with a problem", () => {
  it("reads whom to call", async () => {
    expect(await loader(visit())).toMatchObject({ school: { name: world.school.name } });
  });

  it("writes to the class, whose teacher reads it and marks it as dealt with", async () => {
    expect(await post({ topic: "safety", body: "On m’a demandé de monter sur le toit." })).toMatchObject({
      status: 303,
      location: "/eleve/probleme?fait=envoye",
    });
    const { helpRequests: asked } = await classLoader(await onClassPage());
    expect(asked).toMatchObject([{ topic: "safety", body: "On m’a demandé de monter sur le toit." }]);
    const form = { intent: "handled", requestId: asked[0]?.id ?? "" };
    const args = await onClassPage(form);
    expect(await statusOf(() => classAction(args))).toMatchObject({
      status: 303,
      location: `/etablissement/classes/${world.classGroup.id}?fait=traitee`,
    });
    expect((await classLoader(await onClassPage())).helpRequests).toEqual([]);
  });

  it("sees that the teacher has read the request", async () => {
    await post({ topic: "search", body: "" });
    const { helpRequests: asked } = await classLoader(await onClassPage());
    const form = { intent: "read", requestId: asked[0]?.id ?? "" };
    const args = await onClassPage(form);
    expect(await statusOf(() => classAction(args))).toMatchObject({
      status: 303,
      location: `/etablissement/classes/${world.classGroup.id}?fait=lue`,
    });
    expect((await classLoader(await onClassPage())).helpRequests).toMatchObject([{ readByMe: true }]);
    expect(await loader(visit())).toMatchObject({ requests: [{ steps: [{ kind: "read" }] }] });
  });

  it("is told what is missing, and finds again what was typed", async () => {
    const { status, value } = await post({ body: "Je ne sais pas quoi faire." });
    expect(status).toBe(422);
    expect(value).toMatchObject({
      data: {
        errors: { topic: [expect.stringContaining("Choisissez")] },
        values: { body: "Je ne sais pas quoi faire." },
      },
    });
    expect((await post({ topic: "other", body: "a".repeat(HELP_BODY_LENGTH + 1) })).status).toBe(422);
  });

  it("is not left without an answer by the limit of a day", async () => {
    for (let times = 0; times < 5; times += 1) await post({ topic: "other" });
    const { status, value } = await post({ topic: "other", body: "Encore moi." });
    expect(status).toBe(409);
    expect(JSON.stringify(value)).toContain("appelez votre lycée");
    expect(JSON.stringify(value)).toContain("Encore moi.");
  });
});
