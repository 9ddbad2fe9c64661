import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HELP_BODY_LENGTH } from "#app/domain/help/help-request.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action, loader } from "#app/routes/pupil/problem.tsx";
import { action as ownAction, loader as ownLoader } from "#app/routes/pupil/help-request.tsx";
import { action as requestAction, loader as requestLoader } from "#app/routes/school/help/request.tsx";
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
    expect(await post({ topic: "host", body: "On me laisse sans rien faire." })).toMatchObject({
      status: 303,
      location: "/eleve/probleme?fait=envoye",
    });
    const { helpRequests: asked } = await classLoader(await onClassPage());
    expect(asked).toMatchObject([{ topic: "host", body: "On me laisse sans rien faire." }]);
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

  it("chooses who reads what is delicate, and whoever is not chosen is not shown it", async () => {
    const delicate = { topic: "behaviour", body: "Mon tuteur a des mots déplacés." };
    expect(await post(delicate)).toMatchObject({
      status: 422,
      value: { data: { errors: { reader: [expect.stringContaining("Choisissez")] }, values: delicate } },
    });
    expect((await post(Object.assign({ reader: world.employer.id }, delicate))).status).toBe(422);
    expect((await post(Object.assign({ reader: world.head.id }, delicate))).status).toBe(303);
    expect((await classLoader(await onClassPage())).helpRequests).toEqual([]);
  });

  it("reads the answer of an adult, and writes back", async () => {
    await post({ topic: "search" });
    const [request] = (await loader(visit())).requests;
    const helpRequestId = request?.id ?? "";
    const staff = async (form?: Record<string, string>) =>
      routeArgs(app, {
        path: `/etablissement/aides/${helpRequestId}`,
        params: { helpRequestId },
        cookie: await cookieOf(app, world.teacher.id),
        ...(form && { form }),
      });
    const own = (form?: Record<string, string>) =>
      routeArgs(app, {
        path: `/eleve/probleme/${helpRequestId}`,
        params: { helpRequestId },
        cookie,
        ...(form && { form }),
      });
    const answering = await staff({ intent: "answer", body: "Passe me voir." });
    expect(await statusOf(() => requestAction(answering))).toMatchObject({
      status: 303,
      location: `/etablissement/aides/${helpRequestId}?fait=repondue`,
    });
    expect(await ownLoader(own())).toMatchObject({
      conversation: { messages: [{ body: "Passe me voir." }] },
    });
    expect((await statusOf(() => ownAction(own({ body: " " })))).status).toBe(422);
    expect((await statusOf(() => ownAction(own({ body: "Merci." })))).status).toBe(303);
    const asked = await staff();
    expect(await requestLoader(asked)).toMatchObject({
      conversation: { messages: [{}, { body: "Merci." }] },
    });
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
