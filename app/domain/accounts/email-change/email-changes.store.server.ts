import { and, eq, isNull, or } from "drizzle-orm";
import { appendAudit, type AuditedBy } from "#app/domain/audit/append-audit.server.ts";
import type { AuditAction } from "#app/domain/audit/audit-entry.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { emailChanges } from "#db/schema/index.ts";

export type EmailChangeRow = typeof emailChanges.$inferSelect;

/** The change that waits for a person, whatever its age. With `lock`, nobody else goes on with it until the transaction ends. */
export async function findOpenChange(
  tx: Queryable,
  personId: string,
  { lock = false } = {},
): Promise<EmailChangeRow | null> {
  const query = tx
    .select()
    .from(emailChanges)
    .where(
      and(
        eq(emailChanges.personId, personId),
        isNull(emailChanges.completedAt),
        isNull(emailChanges.stoppedAt),
      ),
    );
  const [change] = await (lock ? query.for("update") : query);
  return change ?? null;
}

/** The change that a link answers. It is locked before its links, which whoever goes on with it locks next. */
export async function findChangeOfLink(
  tx: Queryable,
  linkId: string,
  { lock = false } = {},
): Promise<EmailChangeRow | null> {
  const query = tx
    .select()
    .from(emailChanges)
    .where(or(eq(emailChanges.oldLinkId, linkId), eq(emailChanges.newLinkId, linkId)));
  const [change] = await (lock ? query.for("update") : query);
  return change ?? null;
}

/** Another link has been sent to the same mailbox in place of one. */
export async function replaceLinkOfChange(
  tx: Transaction,
  change: EmailChangeRow,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const replaced = change.oldLinkId === from ? { oldLinkId: to } : { newLinkId: to };
  await tx.update(emailChanges).set(replaced).where(eq(emailChanges.id, change.id));
}

export async function markStopped(tx: Transaction, changeId: string, now: Date): Promise<void> {
  await tx.update(emailChanges).set({ stoppedAt: now }).where(eq(emailChanges.id, changeId));
}

/** What becomes of an address is kept in the audit without a word of it. */
export async function auditChange(
  tx: Queryable,
  by: AuditedBy,
  action: Extract<AuditAction, `account.email_${string}`>,
  personId: string,
  now: Date,
): Promise<void> {
  const on = { kind: "person" as const, id: personId };
  await appendAudit(tx, by, { action, as: "owner", on }, now);
}
