import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import { relevanceOf } from "#app/domain/search/relevance.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader } from "#app/routes/public/offers.tsx";
import { favourites, viewedOffers } from "#db/schema/index.ts";
import { cookieOf, routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { followOffers } from "#tests/support/live-index.ts";
import { insertSectors } from "../../domain/search/many-offers.ts";

const ENGINES = ["the search table", "the index"] as const;
const SECTORS = ["s43", "s31", "s1"] as const;
const EACH = 15;

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let live: LiveIndex;
let world: Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
let offers: { id: string; family: string; quality: number }[] = [];

beforeAll(async () => {
  app = testApp(database, clock);
  world = await factories(database.db, clock).world();
  await insertSectors(database.db);
  for (const sectorCode of SECTORS)
    for (let more = 0; more < EACH; more += 1) await world.newOffer({ values: { sectorCode } });
  await database.db.execute(
    sql`update offer_search set quality = 500 + (('x' || left(md5(offer_id::text), 4))::bit(16)::int % 5) * 90`,
  );
  offers = await database.db.execute(
    sql`select offer_id as id, family_slug as family, quality from offer_search`,
  );
  live = await followOffers(database.url, world.campaign.id, offers.length);
});

afterAll(() => live.close());

const familyOf = (sectorCode: string) =>
  database.db
    .execute<{ family: string }>(sql`select family_slug as family from sectors where code = ${sectorCode}`)
    .then(([row]) => row?.family ?? "");

/** The first of a sector. */
async function offerOf(sectorCode: string): Promise<string> {
  const family = await familyOf(sectorCode);
  return offers.find((offer) => offer.family === family)?.id ?? "";
}

/** The order that the formula asks. */
function byRelevance(interests: readonly string[]): string[] {
  const scored = offers.map(({ id, family, quality }) => {
    const interesting = interests.includes(family);
    return { id, score: relevanceOf({ quality, metres: 0, interesting, words: 0, wordsAtMost: 0 }) };
  });
  return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1)).map(({ id }) => id);
}

async function pupilWhoKeeps(offerIds: readonly string[]) {
  const pupil = await world.newPupil();
  const addedAt = clock.now();
  for (const offerId of offerIds)
    await database.db.insert(favourites).values({ pupilId: pupil.id, offerId, wantsAlert: false, addedAt });
  return { pupilId: pupil.id, cookie: await cookieOf(app, pupil.id) };
}

describe.each(ENGINES)("the most relevant offers, by %s", (engine) => {
  const page = async (cookie: string | undefined, cursor: string | null, sort = "pertinence") => {
    const context = engine === "the index" ? { ...app, offerIndex: live } : app;
    const path = `/offres?${new URLSearchParams({ tri: sort, ...(cursor && { curseur: cursor }) }).toString()}`;
    const { results } = await loader(routeArgs(context, { path, cookie }));
    if (!results) throw new Error("No results");
    return { ids: results.page.offers.map(({ id }) => id), next: results.page.nextCursor };
  };
  const walk = async (cookie?: string, { sort = "pertinence", between = async () => {} } = {}) => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const { ids: shown, next }: Awaited<ReturnType<typeof page>> = await page(cookie, cursor, sort);
      ids.push(...shown);
      cursor = next;
      await between();
    } while (cursor);
    return ids;
  };

  it("are those of the family that a pupil keeps an offer of, as much as the formula says", async () => {
    const { cookie } = await pupilWhoKeeps([await offerOf("s31")]);
    const ids = await walk(cookie);
    expect(ids).toEqual(byRelevance([await familyOf("s31")]));
    expect(ids).not.toEqual(byRelevance([]));
  });

  it("are the same for a pupil without interests, another account and a visitor", async () => {
    const { cookie } = await pupilWhoKeeps([]);
    const others = [undefined, cookie, await cookieOf(app, world.employer.id)];
    for (const other of others) expect(await walk(other)).toEqual(byRelevance([]));
  });

  it("go on as they began when the pupil opens an offer of another family between two pages", async () => {
    const { pupilId, cookie } = await pupilWhoKeeps([await offerOf("s31")]);
    const [kept, opened, offerId] = [await familyOf("s31"), await familyOf("s1"), await offerOf("s1")];
    const viewedAt = clock.now();
    const between = async () => {
      await database.db.insert(viewedOffers).values({ pupilId, offerId, viewedAt }).onConflictDoNothing();
    };
    expect(await walk(cookie, { between })).toEqual(byRelevance([kept]));
    expect(await walk(cookie)).toEqual(byRelevance([kept, opened]));
  });

  it("weigh nothing in another sort, nor in where its pages end", async () => {
    const { cookie } = await pupilWhoKeeps([await offerOf("s31")]);
    expect(await walk(cookie, { sort: "recentes" })).toEqual(await walk(undefined, { sort: "recentes" }));
    expect((await page(cookie, null, "recentes")).next).toBe((await page(undefined, null, "recentes")).next);
  });
});
