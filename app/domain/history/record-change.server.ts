import type { Transaction } from "#db/client.ts";
import { stateChanges } from "#db/schema/index.ts";

type Subject = { offerId: string } | { applicationId: string } | { agreementId: string };

export interface StateChange {
  from: string | null;
  to: string;
  /** Null when the service itself acts (deadlines). */
  actorId: string | null;
  actorRole: "pupil" | "guardian" | "host" | "teacher" | "school" | "system";
  reason?: string | null;
  /** The event that tells of this change; a change of an application always has one (constraint). */
  eventId?: string;
}

/** Keeps a change of state with its actor, time and reason, in the transaction that makes it. */
export async function recordChange(
  tx: Transaction,
  subject: Subject,
  change: StateChange,
  changedAt: Date,
): Promise<void> {
  await recordChanges(tx, [{ ...subject, ...change }], changedAt);
}

/** The same for many at once. */
export async function recordChanges(
  tx: Transaction,
  changes: readonly (Subject & StateChange)[],
  changedAt: Date,
): Promise<void> {
  if (changes.length === 0) return;
  await tx.insert(stateChanges).values(
    changes.map(({ from, to, reason, eventId, ...change }) => ({
      ...change,
      fromStatus: from,
      toStatus: to,
      reason: reason ?? null,
      eventId: eventId ?? null,
      changedAt,
    })),
  );
}
