import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMONSTRATION_TOTP_SECRET } from "#app/domain/accounts/demonstration-accounts.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { createLogger } from "#app/infra/logger.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { cookieOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
const password = "un mot de passe assez long";
let make: Factories;
let app: ReturnType<typeof testApp>;
let service: Awaited<ReturnType<typeof startService>>;
let lines: string[] = [];

beforeAll(async () => {
  make = factories(database.db, clock);
  const level = readEnv({ SERVICE_MODE: "test", DATABASE_URL: database.url }).LOG_LEVEL;
  app = { ...testApp(database, clock), logger: createLogger(level, { write: (line) => lines.push(line) }) };
  service = await startService(app);
});
afterAll(() => service.close());

/** What one visit writes in the log at its default level. */
async function logOf(visit: { path: string; cookie?: string; body?: string }) {
  lines = [];
  const { path, cookie = "", body } = visit;
  const headers = { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" };
  await sendRaw(service.port, { path, headers, ...(body === undefined ? {} : { method: "POST", body }) });
  return lines.filter((line) => line.includes('"security"'));
}
const signIn = (email: string, typed: string) =>
  logOf({
    path: "/connexion?retour=%2Fcompte",
    body: String(new URLSearchParams({ email, password: typed })),
  });

it("tells who signed in, who was refused and whom a limit stopped, without address, name or password", async () => {
  const person = await make.person({ lastName: "Guillemoto" }, { password });
  const email = person.email ?? "";
  const told = [...(await signIn(email, "un mauvais essai")), ...(await signIn(email, password))];
  for (let guess = 0; guess < 10; guess += 1) await signIn(email, "un mauvais essai");
  told.push(...(await signIn(email, password)));

  const events = told.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.map(({ event }) => event)).toEqual(["sign_in_refused", "signed_in", "limit_reached"]);
  expect(events[1]).toMatchObject({ level: 30, personId: person.id, path: "/connexion" });
  expect(new Set(events.map(({ requestId }) => requestId)).size).toBe(3);
  for (const secret of [email, "Guillemoto", password, "essai", "127.0.0.1", "::1", "retour"])
    expect(told.join("")).not.toContain(secret);
});

it("tells the codes that were tried, never the code", async () => {
  const person = await make.person({}, { password, totpSecret: DEMONSTRATION_TOTP_SECRET });
  const cookie = await cookieOf(app, person.id, { verified: false });
  const [line = ""] = await logOf({ path: "/connexion/code", cookie, body: "code=918273" });
  expect(JSON.parse(line)).toMatchObject({ event: "code_refused", personId: person.id });
  expect(line).not.toContain("918273");
});

it("tells the codes of representatives, and whom haste stopped on a page that comes back, without code or link", async () => {
  const { pupil, employer, offer } = await make.world();
  const motivation = "J’aimerais comprendre comment une équipe soignante s’organise.";
  const sent = await submitApplication(await make.as(pupil.id), {
    offerId: offer.id,
    motivation,
    choice: "both",
  });
  if (!sent.ok) throw new Error(sent.error.code);
  await acceptApplication(await make.as(employer.id), sent.value);
  const guardianId = await make.guardianOf(pupil.id);
  const token = app.links.sign("guardian", guardianId);
  const path = `/suivi/${token}/candidatures/${sent.value.applicationId}/code`;
  const [asked = ""] = await logOf({ path, body: "intent=send" });
  expect(JSON.parse(asked)).toMatchObject({ event: "code_requested", guardianId });
  const [refused = ""] = await logOf({ path, body: "intent=verify&code=918273" });
  expect(JSON.parse(refused)).toMatchObject({ event: "code_refused", guardianId });
  for (let turn = 0; turn < 6; turn += 1) await app.rateLimits.consume("guardian-code", guardianId);
  const [hasty = ""] = await logOf({ path, body: "intent=send" });
  expect(JSON.parse(hasty)).toMatchObject({ event: "limit_reached" });
  for (const line of [asked, refused, hasty])
    for (const secret of [token, "918273"]) expect(line).not.toContain(secret);
});

it("tells what administrators open, and who was kept out, without what they asked for", async () => {
  const { pupil } = await make.world();
  const admin = await make.person();
  await make.affiliate(admin.id, "admin");
  const path = "/admin/messages?adresse=ines.martin";
  const [read = ""] = await logOf({ path, cookie: await cookieOf(app, admin.id) });
  expect(JSON.parse(read)).toMatchObject({ event: "administrator_read", path: "/admin/messages" });
  expect(read).not.toContain("ines");
  const [refused = ""] = await logOf({ path, cookie: await cookieOf(app, pupil.id) });
  expect(JSON.parse(refused)).toMatchObject({ event: "access_refused", path: "/admin/messages" });
});
