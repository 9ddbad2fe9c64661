import type { Challenge } from "#app/domain/reference/challenges.ts";
import type { Period } from "#app/domain/search/search-filters.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";

/** A search as it was made: of who made it, nothing. */
export interface NotedSearch {
  at: Date;
  center: GeoPoint | null;
  radiusKm: number;
  sectors: readonly string[];
  family: string | null;
  challenges: readonly Challenge[];
  periods: readonly Period[];
  words: string | null;
  total: number;
}

/** Where searches are noted for statistics: never waited for, and lost rather than in the way. */
export interface SearchLog {
  note(search: NotedSearch): void;
  /** Writes what is left. */
  close(): Promise<void>;
}

export const NO_SEARCH_LOG: SearchLog = { note: () => undefined, close: () => Promise.resolve() };
