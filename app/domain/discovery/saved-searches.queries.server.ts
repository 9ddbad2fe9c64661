import { and, desc, eq, sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { savedSearches } from "#db/schema/index.ts";
import { openTo } from "./open-to.server.ts";
import { MAX_SAVED_SEARCHES, type AlertFrequency, type SearchCriteria } from "./saved-search.ts";
import { CRITERIA_COLUMNS, criteriaOf } from "./saved-searches.store.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";

/** The last ones are enough to see that the search is a good one. */
const MOST_MATCHES = 3;

interface Match {
  offerId: string;
  title: string;
  organisation: string;
  town: string;
}

export interface SavedSearch {
  id: string;
  criteria: SearchCriteria;
  frequency: AlertFrequency;
  stopped: boolean;
  /** The last offers that came to answer it, among those that the pupil can still ask for. */
  matches: Match[];
}

/** The pupil's searches of a campaign, the last saved first. */
export async function listSavedSearches(
  db: Queryable,
  actor: Actor,
  { campaignId, at }: { campaignId: string; at: Date },
): Promise<SavedSearch[]> {
  const mine = and(eq(savedSearches.personId, actor.personId), eq(savedSearches.campaignId, campaignId));
  const rows = await db
    .select({
      id: savedSearches.id,
      frequency: savedSearches.frequency,
      stopped: sql<boolean>`${savedSearches.stoppedAt} is not null`,
      ...CRITERIA_COLUMNS,
    })
    .from(savedSearches)
    .where(mine)
    .orderBy(desc(savedSearches.createdAt), desc(savedSearches.id))
    .limit(MAX_SAVED_SEARCHES);
  const matches = await db.execute<Match & { searchId: string } & Record<string, unknown>>(sql`
    select s.id as "searchId", last."offerId", last.title, last.organisation, last.town
    from saved_searches s
    cross join lateral (
      select o.offer_id as "offerId", o.title, o.organisation, o.town, m.matched_at
      from saved_search_matches m join offer_search o on o.offer_id = m.offer_id
      where m.saved_search_id = s.id and ${openTo(sql`s.person_id`, parisDate(at))}
      order by m.matched_at desc, o.offer_id desc limit ${MOST_MATCHES}
    ) last
    where s.person_id = ${actor.personId}::uuid and s.campaign_id = ${campaignId}::uuid
    order by s.id, last.matched_at desc, last."offerId" desc`);
  return rows.map(({ id, frequency, stopped, ...row }) => ({
    id,
    frequency,
    stopped,
    criteria: criteriaOf(row),
    matches: matches
      .filter(({ searchId }) => searchId === id)
      .map(({ offerId, title, organisation, town }) => ({ offerId, title, organisation, town })),
  }));
}

/** What the stop link of a letter is about; null once its owner has deleted it. */
export async function getLinkedSearch(
  db: Queryable,
  savedSearchId: string,
): Promise<{ criteria: SearchCriteria; stopped: boolean } | null> {
  const [row] = await db
    .select({ stopped: sql<boolean>`${savedSearches.stoppedAt} is not null`, ...CRITERIA_COLUMNS })
    .from(savedSearches)
    .where(eq(savedSearches.id, savedSearchId));
  return row ? { criteria: criteriaOf(row), stopped: row.stopped } : null;
}
