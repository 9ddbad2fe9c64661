import { loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { correctWords } from "#app/domain/search/words/correct-words.server.ts";
import { countFacets, listClusters } from "#app/domain/search/explore-offers.queries.server.ts";
import type { OfferIndex } from "#app/domain/search/offer-index/offer-index.ts";
import { openLiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import type { SearchFilters } from "#app/domain/search/search-filters.ts";
import { searchOffers, type SearchSource } from "#app/domain/search/search-offers.queries.server.ts";
import { openDatabase, runPrepared, type Database } from "#db/client.ts";
import { clusterDegrees } from "#app/domain/search/search-facets.ts";
import { geometryOf, wideClusters, wideCount, wideFacets, wideNearest, widePage } from "./search-baseline.ts";
import { checkReadable } from "../support/import-command.ts";
import { sizeOf } from "./bench-size.ts";
import { CAMPAIGN_ID, openMarket } from "./search-data.ts";
import { countRows } from "./search-market.ts";
import { line, measure, throughput } from "./search-measure.ts";
import { measurePlaces, mistype } from "./search-places.ts";
import { randomQueries, type BenchQuery } from "./search-queries.ts";
import { measureUpdates } from "./search-updates.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const ZOOM = 9;

const filtersOf = ({ center, radiusKm, sectors, period, words }: BenchQuery): SearchFilters => ({
  campaignId: CAMPAIGN_ID,
  center,
  radiusKm,
  sectors,
  family: null,
  challenges: [],
  periods: period ? [period] : [],
  words,
  sort: "distance",
});

/**
 * The search, beside the shapes that platforms of the field use, on the same data and in the same run.
 * Options: --size 300k|1m|N, --offers FILE (the places and sectors of real rows), --seed N, --queries N,
 * --server URL (a PostgreSQL on which databases may be created, with PostGIS if it can; else the embedded one).
 */
export async function runSearchBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: "string" },
      offers: { type: "string" },
      seed: { type: "string", default: "1" },
      queries: { type: "string", default: "1000" },
      server: { type: "string" },
    },
  });
  if (values.offers) checkReadable(values.offers);
  const size = sizeOf(values.size ?? (values.offers ? String(countRows(values.offers)) : "300k"));
  const seed = Number(values.seed);
  const market = await openMarket({ size, seed, file: values.offers, server: values.server, say });
  const { db, close } = openDatabase(market.url, { max: 10 });
  const pool = openDatabase(market.url, { max: 32 });
  const live = openLiveIndex({
    url: market.url,
    onError: (error) => {
      throw error;
    },
  });
  try {
    const index = await loaded(live);
    const bench = { db, index, queries: Number(values.queries), seed };
    say(`  charge de la machine : ${loadavg()[0]?.toFixed(1)}`);
    say(
      `\n${" ".repeat(60)}${["p50", "p95", "p99"].map((name) => name.padStart(8)).join("")}  ms, × ours (p50, p99)`,
    );
    await measureSearches(bench);
    await measureThroughput({ ...bench, db: pool.db });
    say("\nMises à jour");
    await measureUpdates(db, pool.db, say);
  } finally {
    await live.close();
    await Promise.all([close(), pool.close()]);
    await market.stop();
  }
}

async function loaded(live: ReturnType<typeof openLiveIndex>): Promise<OfferIndex> {
  global.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  for (;;) {
    const index = live.of(CAMPAIGN_ID);
    if (index) {
      const seconds = (performance.now() - start) / 1000;
      global.gc?.();
      const after = process.memoryUsage();
      const megabytes = (after.heapUsed + after.external - before.heapUsed - before.external) / 1e6;
      const offers = index.slots.count.toLocaleString("fr-FR");
      say(`Index : ${offers} offres chargées en ${seconds.toFixed(1)} s, ${Math.round(megabytes)} Mo`);
      return index;
    }
    await delay(20);
  }
}

interface Bench {
  db: Database;
  index: OfferIndex;
  queries: number;
  seed: number;
}

async function measureSearches({ db, index, queries, seed }: Bench): Promise<void> {
  const geometry = await geometryOf(db);
  const ours: SearchSource = { db, index };
  const table: SearchSource = { db, index: null };
  const plain = randomQueries(queries, seed);
  const worded = randomQueries(queries, seed + 1, { worded: true });
  const run = async (
    label: string,
    items: BenchQuery[],
    work: (query: BenchQuery) => Promise<unknown>,
    own?: Ours,
  ) => {
    // The slower shapes are asked the first queries only: a fifth of them, a hundred at least.
    const some = own ? items.slice(0, Math.max(100, items.length / 5)) : items;
    const latency = await measure(some, work);
    say(line(label, latency, own));
    return latency;
  };
  type Ours = Awaited<ReturnType<typeof measure>>;
  const wide = `table large, ${geometry}`;

  say("\nPlanchers");
  const ids = await db.execute<{ id: string }>(
    sql`select offer_id as id from offer_search tablesample system (5) limit 20000`,
  );
  const twenty = plain.map(
    (_, at) =>
      `{${Array.from({ length: 20 }, (__, row) => ids[(at * 20 + row) % ids.length]?.id).join(",")}}`,
  );
  say(line("select 1", await measure(plain, () => runPrepared(db, "select 1 as one", []))));
  const floor = await measure(twenty, (list) =>
    runPrepared(db, "select id, title, sector_code, published_at from offers where id = any($1::uuid[])", [
      list,
    ]),
  );
  say(line("20 lignes par clé primaire", floor));

  say("\nPage de 20 et vrai total");
  const page = await run("notre recherche", plain, (query) => searchOffers(ours, filtersOf(query), null));
  say(`  (${(page.p50 / floor.p50).toFixed(1)} fois « 20 lignes par clé primaire » à la médiane)`);
  await run(
    "sans index en mémoire (SQL)",
    plain,
    (query) => searchOffers(table, filtersOf(query), null),
    page,
  );
  await run(
    `${wide}, COUNT puis OFFSET`,
    plain,
    async (query) => {
      await db.execute(wideCount(geometry, query));
      await db.execute(widePage(geometry, query));
    },
    page,
  );

  say("\nAvec un mot");
  const words = await run("notre recherche", worded, (query) => searchOffers(ours, filtersOf(query), null));
  await run(
    "sans index en mémoire (SQL)",
    worded,
    (query) => searchOffers(table, filtersOf(query), null),
    words,
  );
  await run(
    `${wide}, GIN sur le texte`,
    worded,
    async (query) => {
      await db.execute(wideCount(geometry, query));
      await db.execute(widePage(geometry, query));
    },
    words,
  );

  say("\nPertinence");
  const best = (query: BenchQuery): SearchFilters => ({ ...filtersOf(query), sort: "pertinence" });
  await run("notre recherche", plain, (query) => searchOffers(ours, best(query), null));

  say("\nFacettes");
  const facets = await run("notre recherche", plain, (query) => countFacets(ours, filtersOf(query), null));
  await run(
    "sans index en mémoire (SQL)",
    plain,
    (query) => countFacets(table, filtersOf(query), null),
    facets,
  );
  await run(
    wide,
    plain,
    async (query) => {
      for (const part of wideFacets(geometry, query)) await db.execute(part);
    },
    facets,
  );

  say("\nCarte (groupes de tous les résultats)");
  const map = await run("notre recherche", plain, (query) =>
    listClusters(ours, filtersOf(query), null, ZOOM),
  );
  await run(
    "sans index en mémoire (SQL)",
    plain,
    (query) => listClusters(table, filtersOf(query), null, ZOOM),
    map,
  );
  await run(wide, plain, (query) => db.execute(wideClusters(geometry, query, clusterDegrees(ZOOM))), map);

  say("\nLes plus proches, sans filtre");
  const near = (query: BenchQuery): BenchQuery => ({ ...query, sectors: [], period: null, radiusKm: 100 });
  const nearest = await run("notre recherche", plain.map(near), (query) =>
    searchOffers(ours, filtersOf(query), null),
  );
  await run(wide, plain.map(near), (query) => db.execute(wideNearest(geometry, query)), nearest);

  say("\nUn mot mal écrit, quand rien ne lui répond");
  const mistyped = worded.map((query, at) => ({
    ...filtersOf(query),
    words: mistype(query.words ?? "", (size) => (at * 7919) % size),
  }));
  const [first] = mistyped;
  const start = performance.now();
  if (first) await correctWords(ours, first, null);
  say(`  (vocabulaire lu en ${Math.round(performance.now() - start)} ms, une fois toutes les cinq minutes)`);
  say(line("sa correction", await measure(mistyped, (filters) => correctWords(ours, filters, null))));

  say("\nLieux, en mémoire");
  await measurePlaces({ queries, seed }, say);
}

async function measureThroughput({ db, index, queries, seed }: Bench): Promise<void> {
  const geometry = await geometryOf(db);
  const plain = randomQueries(queries, seed + 2);
  const shapes = {
    "notre recherche": (query: BenchQuery) => searchOffers({ db, index }, filtersOf(query), null),
    "sans index en mémoire (SQL)": (query: BenchQuery) =>
      searchOffers({ db, index: null }, filtersOf(query), null),
    [`table large, ${geometry}`]: async (query: BenchQuery) => {
      await db.execute(wideCount(geometry, query));
      await db.execute(widePage(geometry, query));
    },
  };
  for (const clients of [8, 32]) {
    say(`\nDébit, ${clients} clients`);
    for (const [label, work] of Object.entries(shapes)) {
      const { perSecond, latency } = await throughput(plain, clients, work);
      say(`${line(label, latency)}${Math.round(perSecond).toLocaleString("fr-FR").padStart(8)} par seconde`);
    }
  }
}
