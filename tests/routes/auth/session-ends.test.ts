import { beforeAll, expect, it } from "vitest";
import { loader as secondFactorPage, action as secondFactor } from "#app/routes/auth/second-factor.tsx";
import { loader as applicationsPage } from "#app/routes/pupil/applications.tsx";
import { loader as root } from "#app/root.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const MINUTE = 1 / 1440;
let world: Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
beforeAll(async () => {
  world = await factories(database.db, clock).world();
});

it("asks a pupil who left for half an hour to sign in again, then gives their page back", async () => {
  const app = testApp(database, clock);
  const cookie = await cookieOf(app, world.pupil.id);
  const visit = () =>
    statusOf(() => applicationsPage(routeArgs(app, { path: "/eleve/candidatures", cookie })));
  expect((await visit()).location).toBeNull();
  clock.advanceDays(29 * MINUTE);
  expect((await visit()).location).toBeNull();
  clock.advanceDays(30 * MINUTE);
  expect((await visit()).location).toBe("/connexion?retour=%2Feleve%2Fcandidatures");
});

it("tells every page when the session ends", async () => {
  const app = testApp(database, clock);
  const cookie = await cookieOf(app, world.teacher.id);
  const { viewer } = await root(routeArgs(app, { path: "/", cookie }));
  const inAnHour = new Date(clock.now().getTime() + 3_600_000).toISOString();
  expect(viewer?.session).toMatchObject({ endsAt: inAnHour, secondsLeft: 3600 });
});

it("asks for the password again when no code was given for ten minutes, and keeps the page asked for", async () => {
  const app = testApp(database, clock);
  const cookie = await cookieOf(app, world.head.id, { verified: false });
  const path = "/connexion/code?retour=%2Fetablissement%2Fconventions";
  clock.advanceDays(9 * MINUTE);
  expect((await statusOf(() => secondFactorPage(routeArgs(app, { path, cookie })))).location).toBeNull();
  clock.advanceDays(MINUTE);
  const signIn = "/connexion?retour=%2Fetablissement%2Fconventions";
  expect((await statusOf(() => secondFactorPage(routeArgs(app, { path, cookie })))).location).toBe(signIn);
  const code = { code: "123456" };
  expect((await statusOf(() => secondFactor(routeArgs(app, { path, cookie, form: code })))).location).toBe(
    signIn,
  );
});
