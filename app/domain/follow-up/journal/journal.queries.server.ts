import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { journalEntries } from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import { closesOn, expectedDays, todayAt } from "../placement-plan.ts";
import { findPlacement } from "../placements.store.server.ts";
import { reportedBy } from "../reporter.server.ts";
import type { Journal } from "./journal.ts";

/** The days of the pupil's own stay that have come, the latest first; null for everyone else. */
export async function getJournal(
  db: Queryable,
  actor: Actor,
  { agreementId, at }: { agreementId: string; at: Date },
): Promise<Journal | null> {
  const placement = await findPlacement(db, agreementId, { scope: reportedBy(db, { side: "pupil", actor }) });
  if (!placement || placement.status === "cancelled") return null;
  const today = todayAt(placement.plan, at);
  const entries = await db
    .select({ onDay: journalEntries.onDay, body: journalEntries.body })
    .from(journalEntries)
    .where(eq(journalEntries.agreementId, agreementId));
  const written = new Map(entries.map(({ onDay, body }) => [onDay, body]));
  return {
    days: expectedDays(placement.plan)
      .filter(({ date }) => date <= today)
      .map(({ date }) => ({ onDay: date, body: written.get(date) ?? "" }))
      .reverse(),
    open: today >= placement.plan.startsOn && today <= closesOn(placement.plan),
  };
}
