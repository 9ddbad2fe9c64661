import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import { openDatabase, type Database } from "#db/client.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedReference } from "#db/seed/reference.ts";
import { buildWideTable } from "./search-baseline.ts";
import { marketHosts, marketOffers, type MarketHost, type MarketOffer } from "./search-market.ts";

/** Another number: the data sets are built anew. */
const DATA_VERSION = 1;
const CHUNK = 5000;
export const CAMPAIGN_ID = "00000000-0000-7000-8000-000000000001";
/** The moment at which the bench takes place. */
export const NOW = new Date("2027-03-01T09:00:00Z");

export interface DataOptions {
  size: number;
  seed: number;
  file: string | undefined;
  /** A server on which databases may be created; an embedded one when absent. */
  server: string | undefined;
  say(message: string): void;
}

/** The data set in a database of its own, found again when size, seed and file are the same. */
export async function openMarket(options: DataOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const source = options.file === undefined ? "drawn" : fingerprint(readFileSync(options.file));
  const name = `bench_search_${options.size}_${options.seed}_${source}_v${DATA_VERSION}`;
  const server = await openServer(options.server, name);
  await migrateDatabase(server.url);
  const handle = openDatabase(server.url, { max: 2 });
  try {
    await handle.db.execute(
      sql`create table if not exists bench_state (name text primary key, value text not null)`,
    );
    if ((await readState(handle.db, "data")) !== "complete") {
      options.say(`Construction de ${options.size.toLocaleString("fr-FR")} offres (une fois)…`);
      await fill(handle.db, server.url, options);
      await writeState(handle.db, "data", "complete");
    }
    await project(handle.db, options.say);
  } finally {
    await handle.close();
  }
  return server;
}

async function openServer(given: string | undefined, database: string) {
  if (given === undefined) {
    const embedded = await startEmbeddedPostgres({ name: "bench" });
    await embedded.ensureDatabase(database);
    return { url: embedded.url(database), stop: () => embedded.stop() };
  }
  const admin = postgres(given, { max: 1, onnotice: () => undefined });
  const rows = await admin`select 1 from pg_database where datname = ${database}`;
  if (rows.length === 0) await admin`create database ${admin(database)}`;
  await admin.end();
  const url = new URL(given);
  url.pathname = `/${database}`;
  return { url: url.href, stop: () => Promise.resolve() };
}

async function fill(db: Database, url: string, { size, seed, file }: DataOptions): Promise<void> {
  await db.execute(sql`truncate campaigns, host_organisations, offers cascade`);
  await seedReference(db);
  await db.execute(sql`insert into campaigns (id, school_year, starts_on, ends_on, status, source, hosts_open_on, pupils_open_on,
      host_answer_days, pupil_confirm_days, max_live_applications)
    values (${CAMPAIGN_ID}, '2026-2027', '2027-06-17', '2027-06-28', 'official', 'bench', '2026-11-01', '2027-01-15', 10, 5, 10)`);
  const client = postgres(url, { max: 1, connection: { synchronous_commit: "off" } });
  const copy = async <Row>(into: string, rows: Iterable<Row>, line: (row: Row) => readonly Cell[]) => {
    const lines = (function* () {
      for (const row of rows) yield `${line(row).map(copied).join("\t")}\n`;
    })();
    await pipeline(Readable.from(batched(lines)), await client.unsafe(`copy ${into} from stdin`).writable());
  };
  const at = NOW.toISOString();
  const hosts = [...marketHosts(size, seed)];
  await copy(
    "host_organisations (id, name, siret, is_public, address_line, postcode, town, created_at)",
    hosts,
    (host: MarketHost) => [host.id, host.name, host.siret, false, "1 rue du Port", "35000", "Rennes", at],
  );
  const offers = async () => marketOffers(size, seed, file);
  const hostOf = (offer: MarketOffer) => hosts[offer.organisation]?.id ?? "";
  await copy(
    "host_sites (id, organisation_id, address_line, postcode, town, insee_code, latitude, longitude, approximate)",
    await offers(),
    (o) => [
      o.siteId,
      hostOf(o),
      "1 rue du Port",
      o.postcode,
      o.town,
      o.inseeCode,
      o.latitude,
      o.longitude,
      false,
    ],
  );
  await copy(
    `offers (id, campaign_id, organisation_id, site_id, status, title, description, sector_code, challenges, accepts_both_weeks,
      accepts_single_week, reserved_to, created_at, updated_at, published_at)`,
    await offers(),
    (o) => {
      const published = new Date(NOW.getTime() - o.ageInMinutes * 60_000).toISOString();
      const challenges = `{${o.challenges.join(",")}}`;
      return [
        ...[
          o.id,
          CAMPAIGN_ID,
          hostOf(o),
          o.siteId,
          "published",
          o.title,
          o.description,
          o.sectorCode,
          challenges,
        ],
        ...[o.acceptsBothWeeks, o.acceptsSingleWeek, o.reservedTo, published, published, published],
      ];
    },
  );
  await copy(
    "offer_seats (offer_id, week, capacity)",
    (function* (all: Iterable<MarketOffer>) {
      for (const { id, seats } of all) {
        yield [id, 1, seats[0]];
        yield [id, 2, seats[1]];
      }
    })(await offers()),
    (row) => row,
  );
  await client.end();
  await db.execute(sql`analyze`);
}

/** The search table, by the function that the service uses; again when that function has changed. */
async function project(db: Database, say: (message: string) => void): Promise<void> {
  const code = ["app/domain/offers/offer-projection.store.server.ts", "scripts/bench/search-baseline.ts"];
  const root = new URL("../../", import.meta.url);
  const wanted = fingerprint(...code.map((file) => readFileSync(new URL(file, root))));
  if ((await readState(db, "projection")) === wanted) return;
  say("Construction des tables de recherche (une fois)…");
  await db.execute(sql`truncate offer_search`);
  const ids = await db.execute<{ id: string }>(
    sql`select o.id from offers o join host_sites s on s.id = o.site_id order by floor(s.latitude * 20), s.longitude`,
  );
  for (let start = 0; start < ids.length; start += CHUNK)
    await db.transaction((tx) =>
      projectOffers(
        tx,
        ids.slice(start, start + CHUNK).map(({ id }) => id),
      ),
    );
  await buildWideTable(db);
  await db.execute(sql`vacuum analyze`);
  await writeState(db, "projection", wanted);
}

async function readState(db: Database, name: string): Promise<string | undefined> {
  const rows = await db.execute<{ value: string }>(sql`select value from bench_state where name = ${name}`);
  return rows[0]?.value;
}

async function writeState(db: Database, name: string, value: string): Promise<void> {
  await db.execute(
    sql`insert into bench_state values (${name}, ${value}) on conflict (name) do update set value = excluded.value`,
  );
}

function fingerprint(...parts: Buffer[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 8);
}

type Cell = string | number | boolean | null;

function copied(value: Cell): string {
  if (value === null) return "\\N";
  return String(value).replace(
    /[\\\t\n\r]/g,
    (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[sign] ?? "",
  );
}

/** Lines glued into pieces of some 64 kB: a stream pays for each piece. */
function* batched(lines: Iterable<string>): Generator<string> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = "";
  }
  if (piece) yield piece;
}
