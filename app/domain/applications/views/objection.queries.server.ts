import { and, desc, eq, sql } from "drizzle-orm";
import { takeBackUntil } from "#app/domain/history/take-back.ts";
import type { Queryable } from "#db/client.ts";
import { outboxEvents, stateChanges } from "#db/schema/index.ts";
import type { ApplicationChange } from "../application.ts";

/** Until when this representative may take their own objection back; null when it is over, or another's. */
export async function objectionTakeBackUntil(
  db: Queryable,
  { applicationId, guardianId, at }: { applicationId: string; guardianId: string; at: Date },
  changes: readonly ApplicationChange[],
): Promise<Date | null> {
  const until = takeBackUntil(changes, { to: "withdrawn", by: "guardian" }, at);
  return until && (await findObjector(db, applicationId)) === guardianId ? until : null;
}

/** The representative who objected last: they have no account, the event names them. */
async function findObjector(db: Queryable, applicationId: string): Promise<string | null> {
  const [row] = await db
    .select({ guardianId: sql<string | null>`${outboxEvents.payload} ->> 'guardianId'` })
    .from(stateChanges)
    .innerJoin(outboxEvents, eq(outboxEvents.id, stateChanges.eventId))
    .where(and(eq(stateChanges.applicationId, applicationId), eq(stateChanges.toStatus, "withdrawn")))
    .orderBy(desc(stateChanges.changedAt), desc(stateChanges.id))
    .limit(1);
  return row?.guardianId ?? null;
}
