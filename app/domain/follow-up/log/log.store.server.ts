import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pupilLogEntries } from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import { findSitting } from "#app/domain/agreements/find-sitting.server.ts";
import type { Contact, LogKind } from "./log-entry.ts";

export interface EntryKey {
  pupilId: string;
  entryId: string;
}

/** The pupil, when the actor follows them this year. */
export async function findFollowed(tx: Transaction, actor: Actor, pupilId: string, now: Date) {
  const campaign = await getCurrentCampaign(tx, now);
  return campaign ? findSitting(tx, actor, pupilId, campaign.schoolYear) : null;
}

/** What the actor wrote of a pupil whom they still follow, held until the end of the transaction. */
export async function lockOwnEntry(
  tx: Transaction,
  actor: Actor,
  { pupilId, entryId, kind }: EntryKey & { kind?: LogKind },
  now: Date,
) {
  if (!(await findFollowed(tx, actor, pupilId, now))) return null;
  const [entry] = await tx
    .select({ id: pupilLogEntries.id, state: pupilLogEntries.state, removedAt: pupilLogEntries.removedAt })
    .from(pupilLogEntries)
    .where(
      and(
        eq(pupilLogEntries.id, entryId),
        eq(pupilLogEntries.pupilId, pupilId),
        eq(pupilLogEntries.authorId, actor.personId),
        kind ? eq(pupilLogEntries.kind, kind) : undefined,
      ),
    )
    .for("update");
  return entry ?? null;
}

interface Written {
  pupilId: string;
  /** Null for a new one. */
  entryId: string | null;
  kind: LogKind;
  contact: Contact | null;
  text: string;
}

/** Writes one, or writes one's own again; false when there is none of one's own to write again. */
export async function writeEntry(
  tx: Transaction,
  { personId }: Pick<Actor, "personId">,
  { pupilId, entryId, kind, contact, text }: Written,
  now: Date,
): Promise<boolean> {
  const told = {
    way: contact?.way ?? null,
    party: contact?.party ?? null,
    state: contact?.state ?? null,
    onDay: contact?.onDay ?? null,
    atTime: contact?.atTime ?? null,
    body: text,
  };
  if (entryId === null) {
    await tx.insert(pupilLogEntries).values({ ...told, pupilId, kind, authorId: personId, writtenAt: now });
    return true;
  }
  const changed = await tx
    .update(pupilLogEntries)
    .set({ ...told, changedAt: now })
    .where(
      and(
        eq(pupilLogEntries.id, entryId),
        eq(pupilLogEntries.pupilId, pupilId),
        eq(pupilLogEntries.kind, kind),
        eq(pupilLogEntries.authorId, personId),
        isNull(pupilLogEntries.removedAt),
      ),
    )
    .returning({ id: pupilLogEntries.id });
  return changed.length > 0;
}
