import { loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { matchOffer } from "#app/domain/discovery/match-offer.server.ts";
import { planAlertPage } from "#app/domain/notifications/schedule/plan-alert-page.server.ts";
import { openDatabase, type Database } from "#db/client.ts";
import { quantile } from "#app/kernel/quantile.ts";
import { CAMPAIGN_ID, NOW, openMarket } from "./search-data.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const clock = { now: () => NOW };
const OFFERS = 3_000;
/** Kilometres, one after the other. */
const RADII = "{5,10,20,30,60}";

/**
 * How long one offer takes to find the saved searches that it answers, among very many; then the worst case, a whole
 * country that looks for the same. Options: --searches N (500000), --offers N (300), --national N (100000).
 */
export async function runAlertsBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      searches: { type: "string", default: "500000" },
      offers: { type: "string", default: "300" },
      national: { type: "string", default: "100000" },
      server: { type: "string" },
    },
  });
  const market = await openMarket({ size: OFFERS, seed: 1, file: undefined, server: values.server, say });
  const { db, close } = openDatabase(market.url, { max: 5 });
  try {
    await fillSearches(db, Number(values.searches));
    say(`  charge de la machine : ${loadavg()[0]?.toFixed(1)}`);
    await measureOffers(db, Number(values.offers));
    await measureNation(db, Number(values.national));
  } finally {
    await db.execute(sql`delete from persons where last_name = 'Alerte'`);
    await close();
    await market.stop();
  }
}

/** Two searches a pupil, around the places of offers, which are drawn as the population is. */
async function fillSearches(db: Database, count: number): Promise<void> {
  const at = NOW.toISOString();
  await db.execute(sql`delete from persons where last_name = 'Alerte'`);
  await db.execute(sql`
    insert into persons (id, first_name, last_name, email, created_at)
    select gen_random_uuid(), 'Pupille', 'Alerte', 'alerte-' || n || '@example.org', ${at}::timestamptz
    from generate_series(1, ${Math.ceil(count / 2)}::int) n`);
  await db.execute(sql`
    with places as (select row_number() over (order by id) as n, town, latitude, longitude from host_sites),
    drawn as (
      select p.id as person_id, p.n * 2 + k as n,
        1 + ((p.n * 2 + k) * 7919::bigint) % (select count(*) from places) as place,
        (${RADII}::int[])[1 + (p.n * 31 + k) % 5] as radius
      from (select id, row_number() over (order by id) as n from persons where last_name = 'Alerte') p, generate_series(0, 1) k
    )
    insert into saved_searches (id, person_id, campaign_id, frequency, place, latitude, longitude, radius_km, area, sectors,
      challenges, periods, words, words_query, created_at)
    select gen_random_uuid(), d.person_id, ${CAMPAIGN_ID}, 'instant', s.town || ' ' || d.n, s.latitude, s.longitude, d.radius,
      box(point(s.longitude + d.radius / 70.0, s.latitude + d.radius / 110.0), point(s.longitude - d.radius / 70.0, s.latitude - d.radius / 110.0)),
      case d.n % 3 when 0 then '{}'::text[] else array[(select code from sectors order by code offset d.n % 40 limit 1)] end,
      '{}', case d.n % 4 when 0 then array['semaine-1'] else '{}'::text[] end,
      case d.n % 7 when 0 then 'atelier' end, case d.n % 7 when 0 then '''ateli''' end, ${at}::timestamptz
    from drawn d join places s on s.n = d.place`);
  await db.execute(sql`vacuum analyze saved_searches`);
}

async function measureOffers(db: Database, offers: number): Promise<void> {
  const rows = await db.execute<{ id: string }>(
    sql`select offer_id as id from offer_search order by md5(offer_id::text) limit ${offers}`,
  );
  const times: number[] = [];
  const found: number[] = [];
  for (const { id } of rows) {
    await db.execute(sql`truncate saved_search_matches`);
    const start = performance.now();
    found.push(await matchOffer({ db, clock }, { offerId: id }));
    times.push(performance.now() - start);
  }
  const searches = await db.$count(sql`saved_searches`);
  say(
    `\nUne offre parmi ${searches.toLocaleString("fr-FR")} recherches enregistrées (${rows.length} offres)`,
  );
  say(`  recherches qui lui répondent : médiane ${quantile(found, 0.5)}, au plus ${Math.max(...found)}`);
  say(`  les trouver et les écrire : ${shares(times)} ms`);
}

async function measureNation(db: Database, count: number): Promise<void> {
  const [sector] = await db.execute<{ code: string; offer: string }>(
    sql`select sector_code as code, offer_id as offer from offer_search where reserved_to is null order by offer_id limit 1`,
  );
  if (!sector) return;
  await db.execute(sql`truncate saved_search_matches`);
  await db.execute(sql`
    insert into saved_searches (id, person_id, campaign_id, frequency, radius_km, area, sectors, challenges, periods, created_at)
    select gen_random_uuid(), id, ${CAMPAIGN_ID}, 'instant', 0, '(180,90),(-180,-90)'::box, array[${sector.code}], '{}', '{}',
      ${NOW.toISOString()}::timestamptz
    from persons where last_name = 'Alerte' limit ${count}`);
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), 5);
  const start = performance.now();
  const matched = await matchOffer({ db, clock }, { offerId: sector.offer });
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  say(`\nUne offre que tout le pays cherche`);
  say(
    `  ${matched.toLocaleString("fr-FR")} recherches en ${seconds.toFixed(1)} s, mémoire +${((most - before) / 1e6).toFixed(0)} Mo`,
  );
  await measurePlanning(db);
}

/** A page of pupils at a time, each with its event: what ten minutes' worth of alerts costs. */
async function measurePlanning(db: Database): Promise<void> {
  const start = performance.now();
  const pages: number[] = [];
  let after: string | null = null;
  let planned = 0;
  do {
    const before = performance.now();
    const page = await planAlertPage({ db, clock }, { after, limit: 500 });
    pages.push(performance.now() - before);
    planned += page.planned;
    after = page.last;
  } while (after !== null);
  const seconds = (performance.now() - start) / 1000;
  say(
    `  ${planned.toLocaleString("fr-FR")} élèves à prévenir, en ${seconds.toFixed(1)} s ; une page de 500 : ${shares(pages)} ms`,
  );
  await db.execute(sql`truncate outbox_events cascade`);
  await db.execute(sql`delete from graphile_worker._private_jobs`);
}

function shares(values: readonly number[]): string {
  return [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${quantile(values, share).toFixed(1)}`).join(", ");
}
