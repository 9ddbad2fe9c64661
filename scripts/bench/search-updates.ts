import { performance } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { lockSeats, moveSeats, writeSeatMoves } from "#app/domain/offers/seats.store.server.ts";
import type { Database } from "#db/client.ts";
import { NOW } from "./search-data.ts";
import { latencyOf, line } from "./search-measure.ts";

const ACCEPTANCES = 500;
const AT_ONCE = 200;

/** What keeping the search table adds to a seat taken, and whether acceptances of one quarter wait for each other. */
export async function measureUpdates(
  db: Database,
  pool: Database,
  say: (text: string) => void,
): Promise<void> {
  const spread = await openOffers(db, sql`order by md5(s.offer_id::text)`, ACCEPTANCES);
  const bare: number[] = [];
  const kept: number[] = [];
  for (const id of spread) {
    bare.push(await timed(() => reserve(db, id, false)));
    kept.push(await timed(() => reserve(db, id, true)));
  }
  const [without, with_] = [latencyOf(bare), latencyOf(kept)];
  say(line("une place réservée, sans table de recherche", without));
  say(line("une place réservée, table de recherche tenue", with_));
  say(`  ajouté par la table de recherche, médiane : ${(with_.p50 - without.p50).toFixed(2)} ms`);
  for (const id of spread) await release(db, id, 2);

  const [cell] = await db.execute<{ band: number; longitude: number }>(sql`
    select band, floor(longitude / 0.05) * 0.05 as longitude from offer_search where free_week_1 > 1 group by 1, 2 order by count(*) desc limit 1`);
  if (!cell) return;
  const busy = await openOffers(
    db,
    sql`and s.band = ${cell.band} and s.longitude between ${cell.longitude}::float8 and ${cell.longitude + 0.05}::float8`,
    AT_ONCE,
  );
  const apart = spread.slice(0, busy.length);
  // In turn, so that neither has the warmer cache.
  for (const offers of [apart, busy, apart, busy]) {
    const label = offers === busy ? "dans une même maille" : "dans toute la France";
    const times: number[] = [];
    const whole = await timed(() =>
      Promise.all(offers.map(async (id) => times.push(await timed(() => reserve(pool, id, true))))),
    );
    say(
      line(
        `${offers.length} acceptations à la fois ${label} (${Math.round(whole)} ms en tout)`,
        latencyOf(times),
      ),
    );
    for (const id of offers) await release(db, id, 1);
  }
}

async function openOffers(db: Database, which: ReturnType<typeof sql>, limit: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(
    sql`select s.offer_id as id from offer_search s where s.free_week_1 > 2 and s.accepts_single_week ${which} limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

function reserve(db: Database, offerId: string, projected: boolean): Promise<void> {
  return db.transaction(async (tx) => {
    await lockSeats(tx, [offerId]);
    if (projected) await moveSeats(tx, offerId, [1], "reserve", NOW);
    else await writeSeatMoves(tx, [{ offerId, weeks: [1], move: "reserve" }]);
  });
}

async function release(db: Database, offerId: string, seats: number): Promise<void> {
  await db.transaction(async (tx) => {
    await lockSeats(tx, [offerId]);
    for (let seat = 0; seat < seats; seat += 1) await moveSeats(tx, offerId, [1], "give_back_reserved", NOW);
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
