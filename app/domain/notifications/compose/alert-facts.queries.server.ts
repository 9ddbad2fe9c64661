import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { describeSearch } from "#app/domain/discovery/describe-search.ts";
import { openTo } from "#app/domain/discovery/open-to.server.ts";
import { MAX_SAVED_SEARCHES, searchQueryOf } from "#app/domain/discovery/saved-search.ts";
import { CRITERIA_COLUMNS, criteriaOf } from "#app/domain/discovery/saved-searches.store.server.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { savedSearches } from "#db/schema/index.ts";

/** More would not be read; the search itself shows the others. */
const MOST_SHOWN = 5;

interface AlertOffer extends Record<string, unknown> {
  id: string;
  title: string;
  hostName: string;
  town: string;
  approximate: boolean;
  /** From the nearest of the places that the searches name; null when they name none. */
  distanceKm: number | null;
}

export interface AlertFacts {
  /** The newest first. */
  offers: AlertOffer[];
  total: number;
  /** Those that these offers answer. */
  searches: { id: string; description: string; query: URLSearchParams }[];
}

/** The offers marked as announced to a pupil at this instant, for searches that are live, that they can still ask for. */
export function announcedOffers(personId: SQL, announcedAt: SQL, today: CalendarDate): SQL {
  return sql`
    select o.offer_id, o.title, o.organisation, o.town, o.approximate, o.published_at, m.saved_search_id,
      round(great_circle_km(s.latitude, s.longitude, o.latitude, o.longitude) * 1000) as metres
    from saved_searches s
    join saved_search_matches m on m.saved_search_id = s.id
    join offer_search o on o.offer_id = m.offer_id
    where s.person_id = ${personId} and s.stopped_at is null and m.announced_at = ${announcedAt} and ${openTo(sql`s.person_id`, today)}`;
}

/** What an alert announces now: null when nothing of it can be asked for any more. */
export async function getAlertFacts(
  db: Queryable,
  { personId, announcedAt }: { personId: string; announcedAt: string },
  today: CalendarDate,
): Promise<AlertFacts | null> {
  const announced = announcedOffers(sql`${personId}::uuid`, sql`${announcedAt}::timestamptz`, today);
  const rows = await db.execute<AlertOffer & { total: number; searchIds: string[] }>(sql`
    with announced as (${announced})
    select offer_id as id, title, organisation as "hostName", town, approximate,
      (min(metres) / 1000.0)::float8 as "distanceKm", (count(*) over ())::int as total,
      (select array_agg(distinct saved_search_id) from announced) as "searchIds"
    from announced
    group by offer_id, title, organisation, town, approximate, published_at
    order by published_at desc, offer_id
    limit ${MOST_SHOWN}`);
  const [first] = rows;
  if (!first) return null;
  const kept = await db
    .select({ id: savedSearches.id, ...CRITERIA_COLUMNS })
    .from(savedSearches)
    .where(and(eq(savedSearches.personId, personId), isNull(savedSearches.stoppedAt)))
    .orderBy(asc(savedSearches.createdAt), asc(savedSearches.id))
    .limit(MAX_SAVED_SEARCHES);
  const families = await listSectorFamilies(db);
  return {
    offers: rows.map(({ id, title, hostName, town, approximate, distanceKm }) => {
      return { id, title, hostName, town, approximate, distanceKm };
    }),
    total: first.total,
    searches: kept
      .filter(({ id }) => first.searchIds.includes(id))
      .map(({ id, ...row }) => {
        const criteria = criteriaOf(row);
        return { id, description: describeSearch(criteria, families), query: searchQueryOf(criteria) };
      }),
  };
}
