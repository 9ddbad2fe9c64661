import { expect, it } from "vitest";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import type { Role } from "#app/domain/accounts/actor.ts";
import { loader as homeLoader } from "#app/routes/school/board.tsx";
import { action as accountAction } from "#app/routes/auth/account.tsx";
import { contentSecurityPolicy } from "#app/web/document-headers.server.ts";
import { sessionHeader } from "#app/web/session.server.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const password = "un mot de passe assez long";

it.each<[Role, boolean]>([
  ["pupil", false],
  ["employer", false],
  ["teacher", true],
  ["schoolOffice", true],
  ["schoolHead", true],
  ["academyReferent", true],
  ["admin", true],
])("opens no session by the password alone where the role asks for a code: %s", async (role, asked) => {
  const make = factories(database.db, clock);
  const { school, organisation } = await make.world();
  const person = await make.person({}, { password });
  const places = {
    pupil: { schoolUai: school.uai },
    teacher: { schoolUai: school.uai },
    schoolOffice: { schoolUai: school.uai },
    schoolHead: { schoolUai: school.uai },
    employer: { organisationId: organisation.id },
    academyReferent: { academyCode: "14" },
  };
  await make.affiliate(person.id, role, role in places ? places[role as keyof typeof places] : {});
  const app = testApp(database, clock);
  const signedIn = await signIn(app, { email: person.email ?? "", password });
  if (!signedIn.ok) throw new Error("Sign-in refused");
  expect(signedIn.value.secondFactorNeeded).toBe(asked);
  const { token } = signedIn.value;
  expect((await getSession(app, token))?.actor === null).toBe(asked);
  const cookie = (await sessionHeader(token, app)).split(";")[0];
  const visit = await statusOf(() => homeLoader(routeArgs(app, { path: "/etablissement", cookie })));
  if (asked)
    expect(visit).toMatchObject({
      status: 302,
      location: expect.stringContaining("/connexion/code") as string,
    });
  else expect(visit.location).toBeNull();
});

it("keeps pages out of frames, and forms to this site", () => {
  const policy = contentSecurityPolicy("nonce").split("; ");
  expect(policy).toEqual(
    expect.arrayContaining([
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
      "object-src 'none'",
    ]),
  );
});

it("keeps the session's cookie from scripts, and to https where the service has it", async () => {
  const app = testApp(database, clock);
  const plain = await sessionHeader("secret", app);
  expect(plain).toMatch(/^session=/);
  expect(plain.split("; ")).toEqual(expect.arrayContaining(["HttpOnly", "Path=/", "SameSite=Lax"]));
  const https = { ...app, env: { ...app.env, PUBLIC_URL: "https://stages.example.fr" } };
  const bound = await sessionHeader("secret", https);
  expect(bound).toMatch(/^__Host-session=/);
  expect(bound.split("; ")).toEqual(expect.arrayContaining(["HttpOnly", "Secure", "Path=/", "SameSite=Lax"]));
  expect(bound).not.toMatch(/domain/i);
});

it("lets one person write a hundred and twenty times a minute, and their neighbour still", async () => {
  const app = testApp(database, clock);
  const make = factories(database.db, clock);
  const [person, neighbour] = [await make.person(), await make.person()];
  const write = async (cookie: string) =>
    (
      await statusOf(() =>
        accountAction(routeArgs(app, { path: "/compte", cookie, form: { intent: "danser" } })),
      )
    ).status;
  const cookie = await cookieOf(app, person.id);
  const sent: number[] = [];
  for (let turn = 0; turn < 121; turn += 1) sent.push(await write(cookie));
  expect(new Set(sent.slice(0, 120))).toEqual(new Set([400]));
  expect(sent[120]).toBe(429);
  expect(await write(await cookieOf(app, neighbour.id))).toBe(400);
});
