import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { emailChanges } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { ADDRESS_TAKEN, carryOutIfProven } from "./carry-out-email-change.server.ts";
import { isOpen, startOfNotice } from "./email-change.ts";
import { findOpenChange, markStopped } from "./email-changes.store.server.ts";

const AT_MOST = 200;

/**
 * Carries out the changes whose new address is proven and whose old mailbox, said to be lost, has kept silent for the week that
 * it had; one whose new address somebody has since is stopped. Each has a transaction of its own.
 */
export async function finishEmailChanges(ctx: UseCaseContext): Promise<void> {
  const { db, clock } = ctx;
  const now = clock.now();
  const due = await db
    .select({ id: emailChanges.id, personId: emailChanges.personId })
    .from(emailChanges)
    .where(
      and(
        isNull(emailChanges.completedAt),
        isNull(emailChanges.stoppedAt),
        eq(emailChanges.oldIsLost, true),
        isNotNull(emailChanges.newProvenAt),
        lte(emailChanges.requestedAt, startOfNotice(now)),
      ),
    )
    .orderBy(asc(emailChanges.requestedAt))
    .limit(AT_MOST);
  for (const { id, personId } of due) {
    const finished = await finish(ctx, personId, now);
    if (!finished.ok) await db.transaction((tx) => markStopped(tx, id, now));
  }
}

function finish(
  { db }: UseCaseContext,
  personId: string,
  now: Date,
): Promise<Result<void, { code: "over" | "no_account" }>> {
  return inTransaction(
    db,
    async (tx) => {
      const change = await findOpenChange(tx, personId, { lock: true });
      if (!change) return ok();
      if (!isOpen(change, now)) return err({ code: "over" });
      await carryOutIfProven(tx, change, {}, now);
      return ok();
    },
    { on: ADDRESS_TAKEN },
  );
}
