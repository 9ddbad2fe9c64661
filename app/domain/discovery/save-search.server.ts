import { and, count, eq } from "drizzle-orm";
import { lockPupil } from "#app/domain/applications/applications.store.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { readWords } from "#app/domain/search/words/search-words.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { savedSearches } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { areaOf } from "./saved-searches.store.server.ts";
import {
  asksNothing,
  MAX_SAVED_SEARCHES,
  type AlertFrequency,
  type SaveSearchFailure,
  type SearchCriteria,
} from "./saved-search.ts";

/**
 * Keeps a search for the campaign under way: its owner is told of the offers that come to answer it. The limit is judged
 * under the pupil's lock; the same search cannot be kept twice (unique index). Words of no meaning alone are left out.
 */
export async function saveSearch(
  { db, clock, actor }: ActorContext,
  { criteria, frequency }: { criteria: SearchCriteria; frequency: AlertFrequency },
): Promise<Result<{ savedSearchId: string }, SaveSearchFailure>> {
  const now = clock.now();
  const personId = actor.personId;
  const wordsQuery = (await readWords(db, criteria.words))?.query ?? null;
  const words = wordsQuery ? (criteria.words?.trim().replace(/\s+/g, " ") ?? null) : null;
  if (asksNothing({ ...criteria, words })) return err({ code: "asks_nothing" });
  return inTransaction(
    db,
    async (tx) => {
      await lockPupil(tx, personId);
      const campaign = await getCurrentCampaign(tx, now);
      if (!campaign) return err({ code: "no_campaign" });
      const mine = and(eq(savedSearches.personId, personId), eq(savedSearches.campaignId, campaign.id));
      const id = newId();
      await tx.insert(savedSearches).values({
        id,
        personId,
        campaignId: campaign.id,
        frequency,
        words,
        wordsQuery,
        createdAt: now,
        ...rowOf(criteria),
      });
      const [kept] = await tx.select({ total: count() }).from(savedSearches).where(mine);
      if (kept && kept.total > MAX_SAVED_SEARCHES)
        return err({ code: "too_many_searches", max: MAX_SAVED_SEARCHES });
      return ok({ savedSearchId: id });
    },
    { on: { saved_searches_once_index: { code: "already_saved" } } },
  );
}

/** In one order, so that the same search is the same row. */
function rowOf(criteria: SearchCriteria) {
  const { place, center, departments = [], radiusKm, sectors, family, challenges, periods } = criteria;
  return {
    place: center ? (place ?? "ce point") : departments.length > 0 ? place : null,
    departments: [...departments].sort(),
    latitude: center?.latitude ?? null,
    longitude: center?.longitude ?? null,
    radiusKm: center ? radiusKm : 0,
    area: areaOf(center, radiusKm),
    sectors: [...sectors].sort(),
    familySlug: family,
    challenges: [...challenges].sort(),
    periods: [...periods].sort(),
  };
}
