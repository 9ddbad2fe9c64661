import { and, inArray, lt, sql } from "drizzle-orm";
import { auditEntries, auditSeals } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";
import { AUDIT_DAYS } from "./audit-entry.ts";

const A_DAY_MS = 86_400_000;

/**
 * Forgets the entries of the seals whose youngest is older than a year, seal by seal; the seals stay, so that the chain can
 * still be read from its beginning. The database refuses every other deletion.
 */
export async function forgetOldAudit({ db, clock }: UseCaseContext): Promise<void> {
  const before = new Date(clock.now().getTime() - AUDIT_DAYS * A_DAY_MS);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('audit.forget_before', ${before.toISOString()}, true)`);
    const old = tx
      .select({ number: auditSeals.number })
      .from(auditSeals)
      .where(lt(auditSeals.youngestAt, before));
    await tx.delete(auditEntries).where(and(lt(auditEntries.at, before), inArray(auditEntries.seal, old)));
  });
}
