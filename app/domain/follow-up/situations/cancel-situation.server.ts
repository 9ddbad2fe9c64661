import { and, eq, isNull } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { pupilSituations } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { appendAudit } from "../../audit/append-audit.server.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import { findSitting } from "#app/domain/agreements/find-sitting.server.ts";
import { canSetUpSchool, roleAt } from "../../schools/schools.policy.ts";
import type { ActorContext } from "../../use-case.ts";

/** Takes a situation back, at any time: it stays in the pupil's history, and the search goes on. Twice changes nothing. */
export async function cancelSituation(
  { db, clock, actor, origin }: ActorContext,
  { pupilId, situationId }: { pupilId: string; situationId: string },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const campaign = await getCurrentCampaign(tx, now);
    const pupil = campaign && (await findSitting(tx, actor, pupilId, campaign.schoolYear));
    if (!pupil || !canSetUpSchool(actor, pupil.schoolUai)) return err({ code: "not_found" });
    const mine = and(eq(pupilSituations.id, situationId), eq(pupilSituations.pupilId, pupilId));
    const [found] = await tx
      .select({ cancelledAt: pupilSituations.cancelledAt })
      .from(pupilSituations)
      .where(mine)
      .for("update");
    if (!found) return err({ code: "not_found" });
    if (found.cancelledAt) return ok();
    await tx
      .update(pupilSituations)
      .set({ cancelledAt: now, cancelledBy: actor.personId })
      .where(and(mine, isNull(pupilSituations.cancelledAt)));
    const on = { kind: "person" as const, id: pupilId };
    const as = roleAt(actor, pupil.schoolUai);
    await appendAudit(tx, { actor, origin }, { action: "situation.cancelled", as, on }, now);
    return ok();
  });
}
