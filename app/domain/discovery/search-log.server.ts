import type { PlaceIndex } from "#app/domain/reference/place.ts";
import type { Database } from "#db/client.ts";
import type { NotedSearch, SearchLog } from "./search-log.ts";
import { writeSearches } from "./write-searches.server.ts";

const FLUSH_MS = 5_000;
/** More within a few seconds than a sample needs: the others are not noted. */
const MOST_KEPT = 1_000;

interface Options {
  db: Database;
  places: PlaceIndex;
  onError(error: unknown): void;
  flushMs?: number;
  mostKept?: number;
}

/**
 * Keeps searches in memory and writes them together every few seconds, one batch at a time. What comes while the buffer
 * is full is dropped, and so is a batch that could not be written: a page never waits for its statistics.
 */
export function openSearchLog({
  db,
  places,
  onError,
  flushMs = FLUSH_MS,
  mostKept = MOST_KEPT,
}: Options): SearchLog {
  let kept: NotedSearch[] = [];
  let writing: Promise<void> | null = null;

  function flush(): Promise<void> {
    if (writing || kept.length === 0) return writing ?? Promise.resolve();
    const batch = kept;
    kept = [];
    writing = writeSearches({ db, places }, batch)
      .catch(onError)
      .finally(() => (writing = null));
    return writing;
  }

  const timer = setInterval(() => void flush(), flushMs);
  timer.unref();
  return {
    note: (search) => {
      if (kept.length < mostKept) kept.push(search);
    },
    close: async () => {
      clearInterval(timer);
      await writing;
      await flush();
    },
  };
}
