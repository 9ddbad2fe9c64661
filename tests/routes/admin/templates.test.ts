import { beforeAll, describe, expect, it } from "vitest";
import { loader as html } from "#app/routes/admin/template-html.ts";
import { loader as page } from "#app/routes/admin/template.tsx";
import { loader as list } from "#app/routes/admin/templates.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let cookie = "";

beforeAll(async () => {
  app = testApp(database, clock);
  const make = factories(database.db, clock);
  const admin = await make.person();
  await make.affiliate(admin.id, "admin");
  cookie = await cookieOf(app, admin.id);
});

const at = (path: string, name?: string) =>
  routeArgs(app, { path: `/admin/messages/modeles${path}`, cookie, ...(name ? { params: { name } } : {}) });

describe("the catalogue of letters", () => {
  it("shows each letter that it lists, with the samples of each of its readers", async () => {
    const { templates } = await list(at(""));
    expect(templates.length).toBeGreaterThan(20);
    for (const { name, readers, events, subject } of templates) {
      expect([subject, ...readers, ...events].every(Boolean), name).toBe(true);
      const shown = await page(at(`/${name}`, name));
      expect(shown.text.length, name).toBeGreaterThan(50);
    }
  });

  it("writes a letter for the reader chosen", async () => {
    const name = "agreement-cancelled";
    const { readers } = await page(at(`/${name}`, name));
    expect(readers.length).toBeGreaterThan(1);
    const written = await Promise.all(
      readers.map(async (_, index) => (await html(at(`/${name}/html?exemple=${index + 1}`, name))).text()),
    );
    expect(new Set(written).size).toBe(readers.length);
  });

  it("frames a letter in a document where nothing runs", async () => {
    const answer = await html(at("/application-declined/html", "application-declined"));
    const policy = answer.headers.get("Content-Security-Policy") ?? "";
    for (const rule of ["default-src 'none'", "frame-ancestors 'self'", "sandbox"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/allow-scripts|script-src/);
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  });

  it("shows the first sample when the number means nothing, and nothing for an unknown name", async () => {
    for (const sample of ["0", "99", "x", "-1", "1.5"])
      expect((await page(at(`/application-declined?exemple=${sample}`, "application-declined"))).sample).toBe(
        1,
      );
    for (const name of ["inconnu", "__proto__", ""])
      for (const route of [page, html])
        expect((await statusOf(() => route(at("/x", name)))).status).toBe(404);
  });
});
