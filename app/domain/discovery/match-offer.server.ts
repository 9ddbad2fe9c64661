import { sql, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Database } from "#db/client.ts";
import type { UseCaseContext } from "../use-case.ts";
import { openTo } from "./open-to.server.ts";

/** Searches written at once: also how long their owners' own changes may have to wait. */
const AT_ONCE = 1000;

/** An offer that closes and opens again and again is told to the same pupil once in so many days. */
export const ANNOUNCED_AGAIN_AFTER_DAYS = 14;

/**
 * Keeps, for each live saved search that an open offer answers, that its owner is to be told; gives how many. The searches
 * are streamed from one reading of the index on their areas and written a thousand at a time, each in a transaction of its
 * own: a whole country that looks for the same takes no more memory than a town. Run twice, or by two workers, it writes
 * each once; an offer that closed meanwhile answers nothing. An offer that was open all along and has only changed its words
 * is kept with `onlyNew` for those who have not been told of it.
 */
export async function matchOffer(
  { db, clock }: UseCaseContext,
  { offerId, onlyNew = false }: { offerId: string; onlyNew?: boolean },
): Promise<number> {
  const now = clock.now();
  let matched = 0;
  for await (const page of stream(db, answeredSearches(offerId, parisDate(now)))) {
    const written = await db.execute(keepMatches({ offerId, onlyNew }, page, now));
    matched += written.length;
  }
  return matched;
}

/**
 * The live searches that an offer answers, as a search would find it: the point in the box by the index, then the exact
 * distance and everything else asked, the words as PostgreSQL read them.
 */
export function answeredSearches(offerId: string, today: CalendarDate): SQL {
  return sql`
    select s.id
    from offer_search o
    join saved_searches s on s.area @> box(point(o.longitude, o.latitude), point(o.longitude, o.latitude))
    where o.offer_id = ${offerId}::uuid and s.stopped_at is null and s.campaign_id = o.campaign_id
      and exists (select 1 from campaigns c where c.id = o.campaign_id and c.ends_on >= ${today}::date)
      and (s.latitude is null or
        round(great_circle_km(s.latitude, s.longitude, o.latitude, o.longitude) * 1000)::int <= s.radius_km * 1000)
      and (s.departments = '{}' or o.department_code = any(s.departments))
      and (s.sectors = '{}' or o.sector_code = any(s.sectors))
      and (s.family_slug is null or s.family_slug = o.family_slug)
      and (s.challenges = '{}' or s.challenges && o.challenges)
      and (s.periods = '{}'
        or ('deux-semaines' = any(s.periods) and o.accepts_both_weeks and o.free_week_1 > 0 and o.free_week_2 > 0)
        or ('semaine-1' = any(s.periods) and o.accepts_single_week and o.free_week_1 > 0)
        or ('semaine-2' = any(s.periods) and o.accepts_single_week and o.free_week_2 > 0))
      and (s.words_query is null or o.words @@ s.words_query::tsquery)
      and ${openTo(sql`s.person_id`, today)}`;
}

/** In one order; searches stopped or deleted since are left out, and those held are waited for. */
function keepMatches(
  { offerId, onlyNew }: { offerId: string; onlyNew: boolean },
  searchIds: readonly string[],
  now: Date,
): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  const toldBefore = sql`exists (select 1 from saved_searches q join saved_search_matches t on t.saved_search_id = q.id
    where q.person_id = s.person_id and t.offer_id = ${offerId}::uuid and t.announced_at is not null)`;
  return sql`
    insert into saved_search_matches as m (saved_search_id, offer_id, matched_at)
    select id, ${offerId}::uuid, ${at} from (
      select s.id from saved_searches s
      where s.id = any(${sql.param(`{${searchIds.join(",")}}`)}::uuid[]) and s.stopped_at is null
        ${onlyNew ? sql`and not ${toldBefore}` : sql``}
      order by s.id for key share
    ) live
    on conflict (saved_search_id, offer_id) do update set matched_at = excluded.matched_at, announced_at = null
      where m.announced_at <= ${at} - ${ANNOUNCED_AGAIN_AFTER_DAYS} * interval '24 hours'
    returning m.saved_search_id`;
}

const dialect = new PgDialect();

/** The ids that a statement gives, by pages, from a cursor on a connection of its own. */
async function* stream(db: Database, query: SQL): AsyncGenerator<string[]> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  const rows = db.$client.unsafe<{ id: string }[]>(text, params.map(String));
  for await (const page of rows.cursor(AT_ONCE)) yield page.map(({ id }) => id);
}
