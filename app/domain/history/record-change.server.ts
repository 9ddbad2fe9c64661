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
  await tx.insert(stateChanges).values({
    ...subject,
    fromStatus: change.from,
    toStatus: change.to,
    actorId: change.actorId,
    actorRole: change.actorRole,
    reason: change.reason ?? null,
    eventId: change.eventId ?? null,
    changedAt,
  });
}
