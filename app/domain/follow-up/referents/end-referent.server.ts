import { and, eq, isNull } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { pupilReferents } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { staffRoleAt } from "../../accounts/actor.ts";
import { appendAudit } from "../../audit/append-audit.server.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { findSitting } from "#app/domain/agreements/find-sitting.server.ts";

/** The referent hands the pupil back, or someone who follows the pupil takes that back from them. Twice changes nothing. */
export async function endReferent(
  { db, clock, actor, origin }: ActorContext,
  { pupilId, referentId }: { pupilId: string; referentId: string },
): Promise<Result<{ wasMe: boolean }, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const campaign = await getCurrentCampaign(tx, now);
    const pupil = campaign && (await findSitting(tx, actor, pupilId, campaign.schoolYear));
    if (!pupil) return err({ code: "not_found" });
    const one = and(eq(pupilReferents.id, referentId), eq(pupilReferents.pupilId, pupilId));
    const [found] = await tx
      .select({ teacherId: pupilReferents.teacherId, endedAt: pupilReferents.endedAt })
      .from(pupilReferents)
      .where(one)
      .for("update");
    if (!found) return err({ code: "not_found" });
    const wasMe = found.teacherId === actor.personId;
    if (found.endedAt) return ok({ wasMe });
    await tx
      .update(pupilReferents)
      .set({ endedAt: now, endedBy: actor.personId })
      .where(and(one, isNull(pupilReferents.endedAt)));
    const as = staffRoleAt(actor, pupil.schoolUai);
    const on = { kind: "person" as const, id: pupilId };
    await appendAudit(tx, { actor, origin }, { action: "pupil.handed_back", as, on }, now);
    return ok({ wasMe });
  });
}
