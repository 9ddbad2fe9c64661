import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
let service: Awaited<ReturnType<typeof startService>>;
let world: Awaited<ReturnType<Factories["world"]>>;
let cookie = "";

beforeAll(async () => {
  const app = testApp(database, clock);
  world = await factories(database.db, clock).world();
  cookie = await cookieOf(app, world.pupil.id);
  service = await startService(app);
});
afterAll(() => service.close());

const SEARCH = "/offres?lieu=Rennes";
const get = (path: string, headers: Record<string, string> = {}) => sendRaw(service.port, { path, headers });
const tagOf = async (path = SEARCH) => String((await get(path)).headers.etag);

describe("a search that a visitor asks again", () => {
  it("is not sent a second time while nothing changes, and keeps the policy it came with", async () => {
    const first = await get(SEARCH);
    expect(first.status).toBe(200);
    expect(first.headers).toMatchObject({ "cache-control": "private, no-cache" });
    expect(first.headers.vary).toBe("Cookie, Accept-Encoding");
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    for (const kept of [etag, `"autre", ${etag}`, "*"]) {
      const again = await get(SEARCH, { "If-None-Match": kept });
      expect(again).toMatchObject({ status: 304, body: "" });
      const vary = "Cookie, Accept-Encoding";
      expect(again.headers).toMatchObject({ etag, "cache-control": "private, no-cache", vary });
      expect(again.headers["content-security-policy"]).toBeUndefined();
    }
  });

  it("is sent again when a seat goes, an offer comes, or something else is asked", async () => {
    const before = await tagOf();
    await world.newOffer();
    const after = await get(SEARCH, { "If-None-Match": before });
    expect(after.status).toBe(200);
    expect(after.headers.etag).not.toBe(before);
    expect(await tagOf(`${SEARCH}&rayon=60`)).not.toBe(await tagOf());
  });

  it("is drawn for each person signed in, whatever their browser kept", async () => {
    const etag = await tagOf();
    const { status, headers, body } = await get(SEARCH, { Cookie: cookie, "If-None-Match": etag });
    expect(status).toBe(200);
    expect(headers.etag).toBeUndefined();
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(body).toContain("Ajouter à mes favoris");
  });

  it("holds for an unknown place too, never for the redirect of a street", async () => {
    const unknown = await get("/offres?lieu=zzzz", { "If-None-Match": "*" });
    expect(unknown).toMatchObject({ status: 304 });
    const street = await get("/offres?lieu=12+rue+de+la+Paix+35000+Rennes", { "If-None-Match": "*" });
    expect(street.status).toBe(302);
    expect(street.headers.etag).toBeUndefined();
  });
});

describe("what is not kept", () => {
  it.each(["/offres.data?lieu=Rennes", "/_root.data", "/", "/aide"])(
    "%s, to a visitor or a pupil",
    async (path) => {
      for (const reader of ["", cookie]) {
        const answer = await get(path, { Cookie: reader, "If-None-Match": "*" });
        expect(answer.status).toBe(200);
        expect(answer.headers.etag).toBeUndefined();
        expect(answer.headers["cache-control"]).toBe("private, no-store");
      }
    },
  );
});
