import { and, eq } from "drizzle-orm";
import { boxAround, type GeoPoint } from "#app/kernel/geo.ts";
import type { Transaction } from "#db/client.ts";
import { savedSearches } from "#db/schema/index.ts";
import type { SearchCriteria } from "./saved-search.ts";

/** What `criteriaOf` reads. */
export const CRITERIA_COLUMNS = {
  place: savedSearches.place,
  latitude: savedSearches.latitude,
  longitude: savedSearches.longitude,
  departments: savedSearches.departments,
  radiusKm: savedSearches.radiusKm,
  sectors: savedSearches.sectors,
  family: savedSearches.familySlug,
  challenges: savedSearches.challenges,
  periods: savedSearches.periods,
  words: savedSearches.words,
};

interface CriteriaRow extends Omit<SearchCriteria, "center"> {
  latitude: number | null;
  longitude: number | null;
}

export function criteriaOf(row: CriteriaRow): SearchCriteria {
  const {
    place,
    latitude,
    longitude,
    departments = [],
    radiusKm,
    sectors,
    family,
    challenges,
    periods,
    words,
  } = row;
  return {
    place,
    departments,
    radiusKm,
    sectors,
    family,
    words,
    center: latitude === null || longitude === null ? null : { latitude, longitude },
    challenges,
    periods,
  };
}

const EVERYWHERE = "(180,90),(-180,-90)";

/** The box, as PostgreSQL writes one, that holds the circle of a search. */
export function areaOf(center: GeoPoint | null, radiusKm: number): string {
  if (!center) return EVERYWHERE;
  const { south, north, west, east } = boxAround(center, radiusKm);
  return `(${east},${north}),(${west},${south})`;
}

/** Changes a pupil's own search; false when it is not theirs, or gone. */
export async function changeOwnSearch(
  tx: Transaction,
  { personId, savedSearchId }: { personId: string; savedSearchId: string },
  change: Partial<Pick<typeof savedSearches.$inferInsert, "frequency" | "stoppedAt">>,
): Promise<boolean> {
  const changed = await tx
    .update(savedSearches)
    .set(change)
    .where(and(eq(savedSearches.id, savedSearchId), eq(savedSearches.personId, personId)))
    .returning({ id: savedSearches.id });
  return changed.length > 0;
}
