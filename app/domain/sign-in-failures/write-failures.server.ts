import { sql } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Database } from "#db/client.ts";
import { signInFailures } from "#db/schema/index.ts";
import type { Door, FailureReason } from "./failure-reasons.ts";

/** How many were not let in on a day, by which way, why, and in which school where one is known. */
export interface FailureCount {
  day: CalendarDate;
  door: Door;
  reason: FailureReason;
  schoolUai: string | null;
  count: number;
}

const orderOf = ({ day, door, reason, schoolUai }: FailureCount) =>
  `${day} ${door} ${reason} ${schoolUai ?? ""}`;

/** Adds to the counts of each day. In one order, so that two processes never wait for each other in a circle. */
export async function addFailures(db: Database, counts: readonly FailureCount[]): Promise<void> {
  if (counts.length === 0) return;
  await db
    .insert(signInFailures)
    .values(counts.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1)))
    .onConflictDoUpdate({
      target: [signInFailures.day, signInFailures.door, signInFailures.reason, signInFailures.schoolUai],
      set: { count: sql`${signInFailures.count} + excluded.count` },
    });
}
