import { eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { schools } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { canSetUpSchool, roleAt } from "./schools.policy.ts";

/** The office or the head decides whether representatives are told of each application, whatever the pupil's age. */
export async function informGuardians(
  { db, clock, actor, origin }: ActorContext,
  { uai, informed }: { uai: string; informed: boolean },
): Promise<Result<void, Failure<"not_found">>> {
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  return inTransaction(db, async (tx) => {
    await tx.update(schools).set({ informsGuardians: informed }).where(eq(schools.uai, uai));
    const as = roleAt(actor, uai);
    const on = { kind: "school", id: uai } as const;
    await appendAudit(tx, { actor, origin }, { action: "families.informing_changed", as, on }, clock.now());
    return ok();
  });
}
