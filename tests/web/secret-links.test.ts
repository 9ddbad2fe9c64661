import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "#app/infra/logger.server.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
const logged: string[] = [];
let service: Awaited<ReturnType<typeof startService>>;
let token = "";
/** A link whose reading fails, as it would with a broken database. */
const BROKEN = "lien-qui-casse";

beforeAll(async () => {
  const app = testApp(database, clock);
  const make = factories(database.db, clock);
  const { pupil } = await make.world();
  token = app.links.sign("guardian", await make.guardianOf(pupil.id));
  const read = app.links.read.bind(app.links);
  const links: typeof app.links = {
    ...app.links,
    read: (purpose, given) => {
      if (given === BROKEN) throw new Error(`cannot read ${given}`);
      return read(purpose, given);
    },
  };
  const logger = createLogger("debug", { write: (line) => logged.push(line) });
  service = await startService({ ...app, links, logger });
});
afterAll(() => service.close());

const get = (path: string) => sendRaw(service.port, { path, headers: { Accept: "text/html" } });

describe("a link that opens something by itself", () => {
  it("is kept by no cache, found by no search engine, told to no other page", async () => {
    for (const path of [`/suivi/${token}`, `/suivi/${token}.data`, `/SUIVI/${token}`, "/suivi/inconnu"]) {
      const { headers } = await get(path);
      expect(headers, path).toMatchObject({
        "cache-control": "private, no-store",
        "x-robots-tag": "noindex, nofollow",
        "referrer-policy": "strict-origin",
      });
    }
  });

  it("tells whom to ask when it opens nothing any more", async () => {
    const { status, body } = await get("/suivi/inconnu");
    expect(status).toBe(404);
    expect(body).toContain("Ce lien n’est plus valable");
    expect(body).toContain("lycée de votre enfant");
  });

  it("enters no log, neither of visits nor of failures, however it is written", async () => {
    expect((await get(`/suivi/${token}`)).status).toBe(200);
    expect((await get(`/%73uivi/${token}`)).status).toBe(200);
    expect((await get(`/suivi/${BROKEN}`)).status).toBe(500);
    expect((await get(`/suivi/${BROKEN}.data`)).status).toBe(500);
    const all = logged.join("");
    expect(all).toContain("A request failed");
    expect(all).toContain("/suivi/…");
    for (const secret of [token, BROKEN]) expect(all).not.toContain(secret);
  });
});
