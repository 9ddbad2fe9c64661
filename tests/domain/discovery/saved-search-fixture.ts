import { eq } from "drizzle-orm";
import type { SearchCriteria } from "#app/domain/discovery/saved-search.ts";
import { saveSearch } from "#app/domain/discovery/save-search.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { savedSearches } from "#db/schema/index.ts";

/** Everything within 30 km of Rennes. */
export const AROUND_RENNES: SearchCriteria = {
  place: "Rennes (35)",
  center: { latitude: 48.1147, longitude: -1.6794 },
  radiusKm: 30,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
};

/** A search that the pupil has saved; gives its identifier. */
export async function saved(pupil: ActorContext, criteria: Partial<SearchCriteria> = {}): Promise<string> {
  const outcome = await saveSearch(pupil, {
    criteria: { ...AROUND_RENNES, ...criteria },
    frequency: "instant",
  });
  if (!outcome.ok) throw new Error(`The search was not saved: ${outcome.error.code}.`);
  return outcome.value.savedSearchId;
}

export async function savedBy(pupil: ActorContext) {
  return pupil.db.select().from(savedSearches).where(eq(savedSearches.personId, pupil.actor.personId));
}
