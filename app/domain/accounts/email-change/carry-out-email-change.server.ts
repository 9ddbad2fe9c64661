import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { AuditedBy } from "#app/domain/audit/append-audit.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Transaction } from "#db/client.ts";
import { emailChanges, identities, oneTimeLinks, persons } from "#db/schema/index.ts";
import { endSessions, insertSession } from "../accounts.store.server.ts";
import { emailChanged } from "../events.ts";
import { isProven } from "./email-change.ts";
import { auditChange, type EmailChangeRow } from "./email-changes.store.server.ts";

/** Races for an address end on these: nobody is told who holds it. */
export const ADDRESS_TAKEN = {
  persons_email_unique: { code: "no_account" },
  identities_issuer_subject_key: { code: "no_account" },
} as const;

/** What follows an answer: whether the address is changed, and the new session of whoever is signed in. */
export interface AnsweredChange {
  isDone: boolean;
  token: string | null;
}

/**
 * Changes the address when enough is proven, in the transaction of what proves it: one signs in with the new one, every session
 * and every link sent to the old mailbox ends, both mailboxes are told. The browser of its owner goes on with a new session.
 */
export async function carryOutIfProven(
  tx: Transaction,
  change: EmailChangeRow,
  by: AuditedBy,
  now: Date,
): Promise<AnsweredChange> {
  if (!isProven(change, now)) return { isDone: false, token: null };
  const { personId, oldEmail, newEmail } = change;
  await tx.update(persons).set({ email: newEmail }).where(eq(persons.id, personId));
  if (oldEmail !== null)
    await tx
      .update(identities)
      .set({ subject: newEmail })
      .where(
        and(
          eq(identities.personId, personId),
          eq(identities.issuer, "password"),
          eq(identities.subject, oldEmail),
        ),
      );
  await endSessions(tx, personId);
  await endLinksOf(tx, change, now);
  await tx.update(emailChanges).set({ completedAt: now }).where(eq(emailChanges.id, change.id));
  await auditChange(tx, by, "account.email_changed", personId, now);
  await recordEvent(tx, emailChanged, { changeId: change.id }, now);
  const isOwner = by.actor?.personId === personId;
  return { isDone: true, token: isOwner ? await insertSession(tx, personId, now, true) : null };
}

/** Links of the account, and those that were sent to the old mailbox without one: an invitation read there lets nobody in. */
export async function endLinksOf(
  tx: Transaction,
  { personId, oldEmail }: Pick<EmailChangeRow, "personId" | "oldEmail">,
  now: Date,
): Promise<void> {
  const theirs = eq(oneTimeLinks.personId, personId);
  await tx
    .update(oneTimeLinks)
    .set({ expiresAt: now })
    .where(
      and(
        oldEmail === null ? theirs : or(theirs, eq(oneTimeLinks.email, oldEmail)),
        isNull(oneTimeLinks.usedAt),
        gt(oneTimeLinks.expiresAt, now),
      ),
    );
}
