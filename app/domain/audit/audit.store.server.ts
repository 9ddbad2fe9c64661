import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { auditEntries, auditSeals } from "#db/schema/index.ts";

export async function findLastSeal(tx: Queryable) {
  const [last] = await tx.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1);
  return last ?? null;
}

/** Those that no seal holds yet, whenever their transactions were committed. */
export async function listUnsealed(tx: Queryable, limit: number) {
  return tx
    .select()
    .from(auditEntries)
    .where(isNull(auditEntries.seal))
    .orderBy(asc(auditEntries.id))
    .limit(limit);
}

export async function insertSeal(tx: Transaction, seal: typeof auditSeals.$inferInsert, entryIds: string[]) {
  await tx.insert(auditSeals).values(seal);
  await tx
    .update(auditEntries)
    .set({ seal: seal.number })
    .where(and(inArray(auditEntries.id, entryIds), isNull(auditEntries.seal)));
}

export async function listEntriesOf(tx: Queryable, seal: number, limit: number) {
  return tx
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.seal, seal))
    .orderBy(asc(auditEntries.id))
    .limit(limit);
}
