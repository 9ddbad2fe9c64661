import { sql } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import type { ActingParty } from "./acting-party.ts";

type Subject = { offerId: string } | { applicationId: string } | { agreementId: string };

export interface StateChange {
  from: string | null;
  to: string;
  /** Null when the service itself acts (deadlines). */
  actorId: string | null;
  actorRole: ActingParty;
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
  const rows = changes.map((change) => ({ ...change, id: newId() }));
  // Large batches pass as one text: as many parameters would cost more than the rows.
  await tx.execute(sql`
    insert into state_changes (id, offer_id, application_id, agreement_id, from_status, to_status, actor_id, actor_role, reason, event_id, changed_at)
    select id, "offerId", "applicationId", "agreementId", "from", "to", "actorId", "actorRole", reason, "eventId", ${changedAt.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as c(id uuid, "offerId" uuid, "applicationId" uuid, "agreementId" uuid,
      "from" text, "to" text, "actorId" uuid, "actorRole" text, reason text, "eventId" uuid)`);
}
