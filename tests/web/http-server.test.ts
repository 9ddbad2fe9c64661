import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { sendRaw, type RawRequest } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
let service: Awaited<ReturnType<typeof startService>>;
let cookie = "";

beforeAll(async () => {
  const app = testApp(database, clock);
  const { pupil } = await factories(database.db, clock).world();
  cookie = await cookieOf(app, pupil.id);
  service = await startService(app);
});
afterAll(() => service.close());

const send = (raw: RawRequest) => sendRaw(service.port, raw);
const form = { "Content-Type": "application/x-www-form-urlencoded" };

describe("what the web server refuses, with a page", () => {
  it.each<[string, number, RawRequest]>([
    ["a host that makes no address", 400, { path: "/", headers: { Host: "[" } }],
    ["a forwarded port that is none", 400, { path: "/", headers: { "X-Forwarded-Host": "a:99999999" } }],
    ["an address that cannot be decoded", 400, { path: "/offres/%E0%A4%A" }],
    ["an asset that cannot be decoded", 400, { path: "/assets/%E0%A4%A" }],
    ["TRACE", 405, { path: "/", method: "TRACE" }],
    ["PUT", 405, { path: "/compte", method: "PUT", body: "a" }],
    ["DELETE", 405, { path: "/compte", method: "DELETE" }],
    ["OPTIONS", 405, { path: "/", method: "OPTIONS" }],
    ["a form where no page has one", 405, { path: "/offres", method: "POST", body: "a=b", headers: form }],
    ["JSON where a form is read", 400, { path: "/connexion", method: "POST", body: "{}" }],
    ["a body over one megabyte", 413, { path: "/connexion", method: "POST", body: "a".repeat(1_000_001) }],
    ["a body of unknown length", 411, { path: "/connexion", method: "POST", body: "a=b", chunked: true }],
  ])("%s: %i", async (_, status, raw) => {
    const answer = await send(raw);
    expect(answer.status).toBe(status);
    expect(answer.headers["content-type"]).toMatch(/^text\/html/);
    expect(answer.body).toContain("accueil");
  });
});

describe("where a write may come from", () => {
  const post = (headers: Record<string, string>) =>
    send({ path: "/connexion", method: "POST", body: "email=a", headers: { ...form, ...headers } });

  it("takes a form of this site, told by its origin or by the browser", async () => {
    const proper: Record<string, string>[] = [
      { Origin: `http://localhost:${service.port}`, Host: `localhost:${service.port}` },
      { "Sec-Fetch-Site": "same-origin" },
      {},
    ];
    for (const headers of proper) expect((await post(headers)).status).toBe(422);
  });

  it.each<Record<string, string>>([
    { Origin: "null" },
    { Origin: "http://autre.example" },
    { Origin: "http://localhost:1", "Sec-Fetch-Site": "same-origin" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
  ])("refuses %j, on pages and resources alike", async (headers) => {
    expect((await post(headers)).status).toBe(403);
    expect((await send({ path: "/lieux", method: "POST", body: "a", headers })).status).toBe(403);
  });
});

describe("what a proxy in front changes", () => {
  const behind = (headers: Record<string, string>) =>
    send({
      path: "/connexion",
      method: "POST",
      body: "email=a",
      headers: { ...form, Host: "interne:8080", ...headers },
    });

  it("is no matter to a form of this site", async () => {
    expect((await behind({ Origin: "http://localhost:3000" })).status).toBe(422);
    expect((await behind({ Origin: "http://localhost:3000", "X-Forwarded-Host": "ailleurs" })).status).toBe(
      422,
    );
  });

  it("opens no door to a form of another", async () => {
    const answer = await behind({ Origin: "http://autre.example" });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("ne vient pas d’une page de ce site");
  });
});

it("answers OPTIONS in a line, without drawing a page", async () => {
  const answer = await send({ path: "/offres", method: "OPTIONS" });
  expect(answer.headers["allow"]).toBe("GET, HEAD, POST");
  expect(answer.body.length).toBeLessThan(1000);
});

it("tells a hasty visitor when to come back, on pages and in data alike", async () => {
  const guess = () =>
    send({ path: "/connexion", method: "POST", body: "email=hate@example.org&password=faux", headers: form });
  let answer = await guess();
  while (answer.status === 422) answer = await guess();
  expect(answer.status).toBe(429);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  const data = await send({
    path: "/connexion.data",
    method: "POST",
    body: "email=hate@example.org&password=faux",
    headers: form,
  });
  expect(data.status).toBe(429);
  expect(Number(data.headers["retry-after"])).toBeGreaterThan(0);
});

describe("headers", () => {
  const paths = [
    "/",
    "/offres",
    "/lieux?q=Rennes",
    "/eleve",
    "/eleve.data",
    "/healthz",
    "/nulle-part",
    "/favicon.svg",
  ];

  it.each(paths)("guards %s", async (path) => {
    const { headers } = await send({ path, headers: { Cookie: cookie } });
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  it.each(["/", "/eleve", "/eleve.data", "/_root.data", "/eleve/candidatures", "/nulle-part"])(
    "lets no cache keep %s",
    async (path) => {
      const { headers } = await send({ path, headers: { Cookie: cookie } });
      expect(headers["cache-control"]).toBe("private, no-store");
    },
  );

  it("binds scripts to the nonce of the request", async () => {
    const [first, second] = [await send({ path: "/" }), await send({ path: "/" })];
    const nonces = [first, second].map(
      ({ headers }) => /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1],
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first.body).toContain(`nonce="${nonces[0]}"`);
  });

  it("answers HEAD like GET, without a body", async () => {
    expect(await send({ path: "/offres", method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  });
});

describe("cookies that are none of ours", () => {
  it.each([
    "session=%E0%A4%A",
    ";;=;x",
    "session=",
    "session=MTI=",
    "session=a; session=b",
    "a".repeat(4000),
  ])("take %j for a visitor", async (value) => {
    const answer = await send({ path: "/eleve", headers: { Cookie: value } });
    expect(answer).toMatchObject({ status: 302, headers: { location: "/connexion?retour=%2Feleve" } });
  });
});
