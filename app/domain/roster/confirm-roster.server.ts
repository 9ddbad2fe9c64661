import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { roleAt } from "#app/domain/schools/schools.policy.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { getRosterImport } from "./roster-imports.queries.server.ts";
import { passOn } from "./roster-imports.store.server.ts";
import type { ConfirmRosterFailure } from "./roster.failures.ts";

export interface ConfirmedRoster {
  importId: string;
  /** Names of the classes to open; pupils of the others come in without a class. */
  newClasses: readonly string[];
  gone: readonly string[];
  everyoneGone: boolean;
  goneConfirmed: boolean;
}

/**
 * What was shown is to be written, by the worker. Nobody leaves the school who was not shown, marked one by one or all at once,
 * and confirmed.
 */
export async function confirmRoster(
  { db, clock, actor, origin }: ActorContext,
  { importId, newClasses, gone, everyoneGone, goneConfirmed }: ConfirmedRoster,
): Promise<Result<void, ConfirmRosterFailure>> {
  const found = await getRosterImport(db, actor, importId);
  if (!found) return err({ code: "not_found" });
  const { review } = found;
  if (found.status !== "checked" || !review) return err({ code: "over" });
  const shown = review.gone.map(({ personId }) => personId);
  const leaving = everyoneGone ? shown : shown.filter((personId) => gone.includes(personId));
  if (leaving.length > 0 && !goneConfirmed) return err({ code: "unconfirmed" });
  const classes = review.newClasses.map(({ name }) => name).filter((name) => newClasses.includes(name));
  return inTransaction(db, async (tx) => {
    const choices = { newClasses: classes, gone: leaving };
    if (!(await passOn(tx, importId, ["checked"], { status: "waiting", choices })))
      return err({ code: "over" });
    await enqueueJob(tx, TASKS.importRoster, { importId }, `import_roster:${importId}`);
    const on = { kind: "roster_import" as const, id: importId };
    const as = roleAt(actor, found.schoolUai);
    await appendAudit(tx, { actor, origin }, { action: "roster.imported", as, on }, clock.now());
    return ok();
  });
}
