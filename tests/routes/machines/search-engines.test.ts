import { beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader as robots } from "#app/routes/machines/robots.ts";
import { loader as sitemapPart } from "#app/routes/machines/sitemap-part.ts";
import { loader as sitemapIndex } from "#app/routes/machines/sitemap.ts";
import { routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

type OfferValues = Parameters<Factories["offer"]>[0]["values"];

const ADDRESS = "https://stages.example.fr";
const database = testDatabase();
const clock = fakeClock("2027-03-01T09:00:00Z");
let demonstration: AppContext;
let production: AppContext;
const offers: Record<string, string> = {};
let campaignId = "";

beforeAll(async () => {
  demonstration = testApp(database, clock);
  production = {
    ...demonstration,
    env: { ...demonstration.env, SERVICE_MODE: "production", PUBLIC_URL: ADDRESS },
  };
  const make = factories(database.db, clock);
  const world = await make.world({ seats: [1, 1] });
  campaignId = world.offer.campaignId;
  offers.first = world.offer.id;
  clock.set("2027-03-03T23:30:00Z");
  const hostedBy = { campaignId, organisationId: world.organisation.id };
  const another = async (values: OfferValues) => (await make.offer({ ...hostedBy, values })).id;
  offers.late = await another({});
  offers.reserved = await another({ reservedTo: "rep" });
  offers.paused = await another({ status: "paused" });
});

type Loader = (args: never) => Response | Promise<Response>;
const visit = async (loader: Loader, path: string, app = production) => {
  const params = { file: path.split("/").at(-1) ?? "" };
  const answer = await loader({ ...routeArgs(app, { path, params }), unstable_pattern: "" } as never);
  return {
    type: answer.headers.get("Content-Type"),
    cache: answer.headers.get("Cache-Control"),
    text: await answer.text(),
  };
};
const locations = (text: string) =>
  [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = ""]) => address);
const pageOf = (id: string | undefined) => `${ADDRESS}/offres/${id}`;

describe("robots.txt", () => {
  it("keeps every robot away from what is not in use", async () => {
    const { text, type } = await visit(robots, "/robots.txt", demonstration);
    expect(text).toBe("User-agent: *\nDisallow: /\n");
    expect(type).toMatch(/^text\/plain/);
  });

  it("opens production, searches aside, and names the list of sitemaps", async () => {
    const { text } = await visit(robots, "/robots.txt");
    expect(text).toContain("Disallow: /*?\n");
    expect(text).not.toContain("Disallow: /\n");
    expect(text).toContain(`Sitemap: ${ADDRESS}/sitemap.xml\n`);
  });
});

describe("the sitemaps", () => {
  it("list a sitemap of pages, and one for each day on which open offers were published", async () => {
    const { text, type, cache } = await visit(sitemapIndex, "/sitemap.xml");
    expect(type).toMatch(/^application\/xml/);
    expect(cache).toBe("public, max-age=3600");
    expect(text).toContain('<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex');
    expect(locations(text)).toEqual([
      `${ADDRESS}/sitemap/pages.xml`,
      `${ADDRESS}/sitemap/offres-2027-03-03.xml`,
      `${ADDRESS}/sitemap/offres-2027-03-01.xml`,
    ]);
  });

  it("lead from the list to every open offer, once, and to nothing kept for some", async () => {
    const { text } = await visit(sitemapIndex, "/sitemap.xml");
    const parts = await Promise.all(
      locations(text).map(async (address) =>
        locations((await visit(sitemapPart, new URL(address).pathname)).text),
      ),
    );
    const listed = parts.flat().filter((address) => /\/offres\/[\da-f]{8}-/.test(address));
    expect(listed).toEqual([pageOf(offers.late), pageOf(offers.first)]);
  });

  it("hold the pages that need no account", async () => {
    const { text } = await visit(sitemapPart, "/sitemap/pages.xml");
    expect(locations(text)).toEqual(expect.arrayContaining([`${ADDRESS}/`, `${ADDRESS}/offres`]));
  });

  it.each(["autres.xml", "offres-2027-02-30.xml", "offres-.xml", "offres-2027-03-01"])(
    "answer 404 for %s",
    async (file) => {
      await expect(visit(sitemapPart, `/sitemap/${file}`)).rejects.toMatchObject({ status: 404 });
    },
  );

  it("do not exist outside production", async () => {
    await expect(visit(sitemapIndex, "/sitemap.xml", demonstration)).rejects.toMatchObject({ status: 404 });
    await expect(visit(sitemapPart, "/sitemap/pages.xml", demonstration)).rejects.toMatchObject({
      status: 404,
    });
  });
});
