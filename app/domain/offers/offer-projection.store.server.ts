import { sql, type SQL } from "drizzle-orm";
import { runPrepared, type Transaction } from "#db/client.ts";
import { takesOneMore } from "#db/conditions.ts";
import { announceOffers, requestMatches } from "./announce-offers.store.server.ts";
import { offerReopened } from "./events.ts";

/** Height of a latitude band of the projection, in degrees: about 4 km. */
export const BAND_DEGREES = 0.036;

/** The département of an INSEE code, as `departmentOfInsee` reads it. */
function departmentOf(inseeCode: SQL): SQL {
  return sql`left(${inseeCode}, case when ${inseeCode} ~ '^9[78]' then 3 else 2 end)`;
}

/** Letters of an activity that a card has room for. */
const GLIMPSE_LENGTH = 120;

/** The first line of the planned activities, without the mark that makes it an item of a list. */
export function firstActivity(activities: SQL): SQL {
  return sql`nullif(left(btrim(split_part(btrim(${activities}, E' \\n\\r\\t'), E'\\n', 1), E' \\r\\t-–•*'), ${sql.raw(String(GLIMPSE_LENGTH))}), '')`;
}

/**
 * Rewrites the search rows of these offers from the offers, their seats and the applications that wait for an answer.
 * Whoever changes one of them calls it (or `reprojectOffers`) in the same transaction: a search never returns an offer
 * that is closed, full, not published, or whose host has as many applications to answer as it wished.
 * Gives the offers that came in.
 */
export async function projectOffers(tx: Transaction, offerIds: readonly string[]): Promise<string[]> {
  if (offerIds.length === 0) return [];
  const ids = sql`${sql.param(`{${offerIds.join(",")}}`)}::uuid[]`;
  const rows = await tx.execute<{ id: string; is_new: boolean }>(sql`
    with open_offer as (
      select o.id, o.campaign_id, s.latitude, s.longitude,
        ${departmentOf(sql`s.insee_code`)} as department, s.town, s.approximate, o.sector_code, c.family_slug, o.challenges,
        o.accepts_both_weeks, o.accepts_single_week, o.reserved_to, o.reserved_schools, o.published_at,
        o.title, h.name as host, o.description, o.activities, ${firstActivity(sql`o.activities`)} as glimpse,
        coalesce((select p.capacity - p.reserved - p.taken from offer_seats p where p.offer_id = o.id and p.week = 1), 0) as free_1,
        coalesce((select p.capacity - p.reserved - p.taken from offer_seats p where p.offer_id = o.id and p.week = 2), 0) as free_2
      from offers o
      join host_sites s on s.id = o.site_id
      join host_organisations h on h.id = o.organisation_id
      join sectors c on c.code = o.sector_code
      where o.id = any(${ids}) and o.status = 'published'
        and ${sql.raw(takesOneMore("o"))}
    ), kept as (
      select * from open_offer
      where (accepts_both_weeks and free_1 > 0 and free_2 > 0) or (accepts_single_week and (free_1 > 0 or free_2 > 0))
    ), gone as (
      delete from offer_search where offer_id = any(${ids}) and offer_id not in (select id from kept)
    )
    insert into offer_search (offer_id, campaign_id, band, latitude, longitude, department_code, sector_code, family_slug, challenges, free_week_1, free_week_2,
      accepts_both_weeks, accepts_single_week, reserved_to, reserved_schools, published_at, title, organisation, town, approximate, glimpse, words)
    select id, campaign_id, floor(latitude / ${BAND_DEGREES}::float8), latitude, longitude, department, sector_code, family_slug, challenges, free_1, free_2,
      accepts_both_weeks, accepts_single_week, reserved_to, reserved_schools, published_at, title, host, town, approximate, glimpse,
      setweight(to_tsvector('french_plain', title), 'A') || setweight(to_tsvector('french_plain', host), 'B')
        || setweight(to_tsvector('french_plain', description), 'C')
        || setweight(to_tsvector('french_plain', coalesce(activities, '')), 'C')
    from kept order by id
    on conflict (offer_id) do update set
      campaign_id = excluded.campaign_id, band = excluded.band, latitude = excluded.latitude, longitude = excluded.longitude,
      department_code = excluded.department_code, sector_code = excluded.sector_code, family_slug = excluded.family_slug, challenges = excluded.challenges,
      free_week_1 = excluded.free_week_1, free_week_2 = excluded.free_week_2, accepts_both_weeks = excluded.accepts_both_weeks,
      accepts_single_week = excluded.accepts_single_week, reserved_to = excluded.reserved_to,
      reserved_schools = excluded.reserved_schools, published_at = excluded.published_at,
      title = excluded.title, organisation = excluded.organisation, town = excluded.town, approximate = excluded.approximate,
      glimpse = excluded.glimpse, words = excluded.words
    returning offer_id as id, xmax = 0 as is_new`);
  return rows.filter((row) => row.is_new).map((row) => row.id);
}

/**
 * Two numbers of a row, and no index. With `freed`, tells of each offer whether a week has seats again: seats that are
 * only taken open no week, and the shorter statement runs faster.
 */
const keepSeats = (freed: boolean): string => `
  update offer_search s set free_week_1 = f.free_1, free_week_2 = f.free_2
  from offers o, ${freed ? "offer_search before," : ""} (
    select p.offer_id, coalesce(sum(p.capacity - p.reserved - p.taken) filter (where p.week = 1), 0) as free_1,
      coalesce(sum(p.capacity - p.reserved - p.taken) filter (where p.week = 2), 0) as free_2
    from offer_seats p where p.offer_id = any($1::uuid[]) group by p.offer_id
  ) f
  where s.offer_id = f.offer_id and o.id = f.offer_id and o.status = 'published' ${freed ? "and before.offer_id = f.offer_id" : ""}
    and ${takesOneMore("o")}
    and ((s.accepts_both_weeks and f.free_1 > 0 and f.free_2 > 0) or (s.accepts_single_week and (f.free_1 > 0 or f.free_2 > 0)))
  returning s.offer_id as id, ${
    freed
      ? "before.free_week_1 = 0 and s.free_week_1 > 0 or before.free_week_2 = 0 and s.free_week_2 > 0"
      : "false"
  } as widened`;

const KEEP_SEATS_TAKEN = keepSeats(false);
const KEEP_SEATS_FREED = keepSeats(true);

/**
 * The same after seats of these offers have moved, which changes nothing else. An offer that comes back or closes takes
 * the long way; of one that was open, a week that has seats again answers searches.
 */
export async function projectSeats(
  tx: Transaction,
  { offerIds, freed }: { offerIds: readonly string[]; freed: boolean },
  now: Date,
): Promise<void> {
  if (offerIds.length === 0) return;
  const kept = await runPrepared<{ id: string; widened: boolean }>(
    tx,
    freed ? KEEP_SEATS_FREED : KEEP_SEATS_TAKEN,
    [`{${offerIds.join(",")}}`],
  );
  await requestMatches(
    tx,
    kept.filter((row) => row.widened).map(({ id }) => id),
  );
  const done = new Set(kept.map(({ id }) => id));
  await reprojectOffers(
    tx,
    offerIds.filter((id) => !done.has(id)),
    now,
  );
}

/** The same for offers published before: one that was closed to everyone and is open again is an event. */
export async function reprojectOffers(
  tx: Transaction,
  offerIds: readonly string[],
  now: Date,
): Promise<void> {
  await announceOffers(tx, offerReopened, await projectOffers(tx, offerIds), now);
}
