import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Database } from "#db/client.ts";
import type { CountedFailure, FailureTally } from "./failure-tally.ts";
import { addFailures, type FailureCount } from "./write-failures.server.ts";

const FLUSH_MS = 5_000;
/** More kinds of failures within a few seconds than there are ways in, reasons and schools that fail at once. */
const MOST_KINDS = 5_000;

interface Options {
  db: Database;
  onError(error: unknown): void;
  flushMs?: number;
  mostKinds?: number;
}

/**
 * Counts in memory and adds what was counted every few seconds, in a transaction of its own. However many guess, a process
 * writes each count once in that time: nobody who is refused waits for a row that all the others write.
 */
export function openFailureTally({
  db,
  onError,
  flushMs = FLUSH_MS,
  mostKinds = MOST_KINDS,
}: Options): FailureTally {
  let counts = new Map<string, FailureCount>();
  let writing: Promise<void> | null = null;

  function add({ day, door, reason, schoolUai, count }: FailureCount): void {
    const key = [day, door, reason, schoolUai ?? ""].join(" ");
    const known = counts.get(key);
    if (known) known.count += count;
    else if (counts.size < mostKinds) counts.set(key, { day, door, reason, schoolUai, count });
  }

  function flush(): Promise<void> {
    if (writing || counts.size === 0) return writing ?? Promise.resolve();
    const batch = [...counts.values()];
    counts = new Map();
    writing = addFailures(db, batch)
      .catch((error: unknown) => {
        // Written the next time.
        batch.forEach(add);
        onError(error);
      })
      .finally(() => (writing = null));
    return writing;
  }

  const timer = setInterval(() => void flush(), flushMs);
  timer.unref();
  return {
    count: ({ at, door, reason, schoolUai }: CountedFailure) =>
      add({ day: parisDate(at), door, reason, schoolUai, count: 1 }),
    close: async () => {
      clearInterval(timer);
      await writing;
      await flush();
    },
  };
}
