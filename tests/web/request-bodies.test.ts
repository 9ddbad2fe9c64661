import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
let service: Awaited<ReturnType<typeof startService>>;

beforeAll(async () => {
  service = await startService(testApp(database, fakeClock()));
});
afterAll(() => service.close());

const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=x";
const post = (path: string, body: string, type = FORM, port = service.port) =>
  sendRaw(port, { path, method: "POST", body, headers: { "Content-Type": type } });
const fields = (count: number) => "a&".repeat(count);
const parts = (count: number) =>
  `${'--x\r\nContent-Disposition: form-data; name="f"; filename=""\r\n\r\n\r\n'.repeat(count)}--x--\r\n`;

describe("a body that no page asks for", () => {
  it.each<[string, number, string, string, string]>([
    ["a third of a million empty fields on a letter's link", 413, "/desabonnement/x", fields(330_000), FORM],
    ["eleven thousand empty files on a letter's link", 413, "/desabonnement/x", parts(11_000), MULTIPART],
    ["files on the page to sign in", 415, "/connexion", parts(1), MULTIPART],
    ["files on the page to sign in, as its data", 415, "/connexion.data", parts(1), MULTIPART],
    ["files in an employer's form", 415, "/employeur/offres/nouvelle", parts(40), "Multipart/Mixed"],
    ["a text of 65 kB on the page to sign in", 413, "/connexion", `email=${"a".repeat(65_000)}`, FORM],
    ["a text of 257 kB in a letter", 413, "/offres/x/candidature", `a=${"a".repeat(257_000)}`, FORM],
    ["a text of 129 kB told by the mail provider", 413, "/api/webhooks/courriel", "a".repeat(129_000), FORM],
    ["thirty thousand fields", 400, "/connexion", fields(30_000), FORM],
  ])("is refused: %s", async (_, status, path, body, type) => {
    expect((await post(path, body, type)).status).toBe(status);
  });

  it("leaves long letters in, with every letter of them accented", async () => {
    const letter = `motivation=${"%C3%A9".repeat(20_000)}`;
    // A visitor is sent to sign in: the body went through.
    expect((await post("/offres/x/candidature", letter)).status).toBe(302);
  });

  it("counts for nothing before the link has proved good", async () => {
    expect((await post("/desabonnement/x", fields(600))).status).toBe(404);
    expect((await post("/desabonnement/x", parts(20), MULTIPART)).status).toBe(404);
    expect((await post("/alertes/x", fields(600))).status).toBe(404);
  });
});

it("closes an address that sends many of them to all but small bodies, so that its neighbours still sign in", async () => {
  const own = await startService(testApp(database, fakeClock()));
  const long = `email=${"a".repeat(5_000)}`;
  expect((await post("/connexion", long, FORM, own.port)).status).toBe(422);
  for (let sent = 0; sent < 30; sent += 1) await post("/connexion", parts(1), MULTIPART, own.port);
  const answer = await post("/connexion", long, FORM, own.port);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect((await post("/connexion", "email=a", FORM, own.port)).status).toBe(422);
  await own.close();
});
