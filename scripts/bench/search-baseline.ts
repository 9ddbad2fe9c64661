import { sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { BenchQuery } from "./search-queries.ts";

/**
 * The shape that platforms of the field use, on the same offers: one wide row per offer with a point, counted in
 * one query and paged with OFFSET in another. PostGIS when the server has it, else cube and earthdistance.
 */
export type Geometry = "postgis" | "earthdistance";

export async function geometryOf(db: Database): Promise<Geometry> {
  const rows = await db.execute(sql`select 1 from pg_available_extensions where name = 'postgis'`);
  return rows.length > 0 ? "postgis" : "earthdistance";
}

export async function buildWideTable(db: Database): Promise<void> {
  const postgis = (await geometryOf(db)) === "postgis";
  const extensions = postgis ? ["postgis"] : ["cube", "earthdistance"];
  for (const extension of extensions)
    await db.execute(sql.raw(`create extension if not exists ${extension}`));
  const point = postgis
    ? sql`st_setsrid(st_makepoint(s.longitude, s.latitude), 4326)::geography`
    : sql`ll_to_earth(s.latitude, s.longitude)`;
  await db.execute(sql`drop table if exists bench_wide`);
  await db.execute(sql`create table bench_wide as
    select o.id, o.campaign_id, o.status, o.title, o.description, o.activities, o.sector_code, c.label as sector_label, c.family_slug,
      o.challenges, o.accepts_both_weeks, o.accepts_single_week, o.reserved_to, o.published_at, o.created_at, o.updated_at,
      h.name as organisation, h.siret, s.address_line, s.postcode, s.town, s.approximate, s.latitude, s.longitude, ${point} as point,
      w1.capacity - w1.reserved - w1.taken as free_1, w2.capacity - w2.reserved - w2.taken as free_2,
      to_tsvector('french_plain', concat_ws(' ', o.title, h.name, o.description, o.activities)) as words
    from offers o join host_sites s on s.id = o.site_id join host_organisations h on h.id = o.organisation_id
    join sectors c on c.code = o.sector_code
    join offer_seats w1 on w1.offer_id = o.id and w1.week = 1 join offer_seats w2 on w2.offer_id = o.id and w2.week = 2
    order by md5(o.id::text)`);
  await db.execute(sql`alter table bench_wide add primary key (id)`);
  await db.execute(sql`create index on bench_wide using gist (point)`);
  await db.execute(sql`create index on bench_wide using gin (words)`);
  await db.execute(sql`create index on bench_wide (sector_code)`);
}

const PERIODS = {
  "deux-semaines": sql`(accepts_both_weeks and free_1 > 0 and free_2 > 0)`,
  "semaine-1": sql`(accepts_single_week and free_1 > 0)`,
  "semaine-2": sql`(accepts_single_week and free_2 > 0)`,
};
const OPEN = sql`(${PERIODS["deux-semaines"]} or ${PERIODS["semaine-1"]} or ${PERIODS["semaine-2"]})`;

function conditions(geometry: Geometry, { center, radiusKm, sectors, period, words }: BenchQuery): SQL {
  const { latitude, longitude } = center;
  const metres = radiusKm * 1000;
  const near =
    geometry === "postgis"
      ? sql`st_dwithin(point, st_setsrid(st_makepoint(${longitude}::float8, ${latitude}::float8), 4326)::geography, ${metres}::float8)`
      : sql`earth_box(ll_to_earth(${latitude}::float8, ${longitude}::float8), ${metres}::float8) @> point
        and earth_distance(ll_to_earth(${latitude}::float8, ${longitude}::float8), point) <= ${metres}::float8`;
  const parts = [sql`status = 'published' and reserved_to is null`, near, period ? PERIODS[period] : OPEN];
  if (sectors.length > 0) parts.push(sql`sector_code = any(${sql.param(`{${sectors.join(",")}}`)}::text[])`);
  if (words) parts.push(sql`words @@ plainto_tsquery('french_plain', ${words})`);
  return sql.join(parts, sql` and `);
}

export function wideCount(geometry: Geometry, query: BenchQuery): SQL {
  return sql`select count(*) from bench_wide where ${conditions(geometry, query)}`;
}

export function widePage(geometry: Geometry, query: BenchQuery): SQL {
  const { latitude, longitude } = query.center;
  const distance =
    geometry === "postgis"
      ? sql`st_distance(point, st_setsrid(st_makepoint(${longitude}::float8, ${latitude}::float8), 4326)::geography)`
      : sql`earth_distance(ll_to_earth(${latitude}::float8, ${longitude}::float8), point)`;
  return sql`select *, ${distance} as distance from bench_wide where ${conditions(geometry, query)} order by distance limit 20 offset 0`;
}

export function wideFacets(geometry: Geometry, query: BenchQuery): SQL[] {
  const all = { ...query, sectors: [], period: null };
  return [
    sql`select family_slug, count(*) from bench_wide where ${conditions(geometry, { ...query, sectors: [] })} group by 1`,
    sql`select count(*) filter (where ${PERIODS["deux-semaines"]}) as a, count(*) filter (where ${PERIODS["semaine-1"]}) as b,
      count(*) filter (where ${PERIODS["semaine-2"]}) as c from bench_wide where ${conditions(geometry, { ...all, sectors: query.sectors })}`,
  ];
}

export function wideClusters(geometry: Geometry, query: BenchQuery, sizeDegrees: number): SQL {
  return sql`select floor(latitude / ${sizeDegrees}::float8), floor(longitude / ${sizeDegrees}::float8), count(*), avg(latitude), avg(longitude)
    from bench_wide where ${conditions(geometry, query)} group by 1, 2`;
}

/** Nearest open offers wherever they are: PostGIS sorts by index; without it the box is widened until it holds enough. */
export function wideNearest(geometry: Geometry, query: BenchQuery): SQL {
  if (geometry === "earthdistance") return widePage(geometry, { ...query, sectors: [], period: null });
  const { latitude, longitude } = query.center;
  return sql`select * from bench_wide where status = 'published' and reserved_to is null and ${OPEN}
    order by point <-> st_setsrid(st_makepoint(${longitude}::float8, ${latitude}::float8), 4326)::geography limit 20`;
}
