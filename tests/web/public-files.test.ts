import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const running: Awaited<ReturnType<typeof startService>>[] = [];

beforeAll(async () => {
  const app = testApp(database, fakeClock());
  running.push(await startService(app));
  running.push(await startService({ ...app, env: { ...app.env, SERVICE_MODE: "production" } }));
});
afterAll(() => Promise.all(running.map((service) => service.close())));

const ask = (path: string, service = running[0]) => sendRaw(service?.port ?? 0, { path });
const manifest = JSON.parse(fs.readFileSync("public/site.webmanifest", "utf8")) as {
  icons: { src: string; type: string; sizes: string }[];
};

/** Width and height that a PNG file tells in its head. */
function sizeOf(file: string): string {
  const png = fs.readFileSync(file);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

describe("icons and manifest", () => {
  it.each(["/favicon.ico", "/favicon.svg", "/apple-touch-icon.png", "/site.webmanifest"])(
    "%s is named by the pages and served",
    async (path) => {
      expect((await ask("/")).body).toContain(`href="${path}"`);
      expect((await ask(path)).status).toBe(200);
    },
  );

  it("are what the manifest says that they are", async () => {
    expect((await ask("/site.webmanifest")).headers["content-type"]).toMatch(/^application\/manifest\+json/);
    for (const { src, type, sizes } of manifest.icons) {
      const { status, headers } = await ask(src);
      expect(status).toBe(200);
      expect(headers["content-type"]).toContain(type);
      if (type === "image/png") expect(sizeOf(`public${src}`)).toBe(sizes);
    }
  });
});

describe("what search engines may keep", () => {
  it("is nothing outside production", async () => {
    for (const path of ["/", "/aide", "/favicon.svg"])
      expect((await ask(path)).headers["x-robots-tag"]).toBe("noindex, nofollow");
  });

  it("is every page in production", async () => {
    expect((await ask("/aide", running[1])).headers["x-robots-tag"]).toBeUndefined();
  });
});
