import { staffRoleAt } from "#app/domain/accounts/actor.ts";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { CardsFailure } from "./activation.failures.ts";
import { endCodes } from "./codes.store.server.ts";
import { findFollowedClass, lockPupils } from "./followed-pupils.store.server.ts";

/** Cards that were lost: their codes serve no more, and accounts made with others stay. */
export async function revokeCodes(
  { db, clock, actor, origin }: ActorContext,
  { classGroupId, pupilIds }: { classGroupId: string; pupilIds: readonly string[] },
): Promise<Result<void, CardsFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const campaign = await getCurrentCampaign(tx, now);
    const scope = campaign && { classGroupId, schoolYear: campaign.schoolYear };
    const followed = scope && (await findFollowedClass(tx, actor, scope));
    if (!followed) return err({ code: "not_found" });
    const chosen = await lockPupils(tx, classGroupId, pupilIds);
    if (chosen.length === 0) return err({ code: "nobody" });
    await endCodes(tx, chosen, now);
    const as = staffRoleAt(actor, followed.schoolUai);
    const on = { kind: "class", id: classGroupId } as const;
    await appendAudit(tx, { actor, origin }, { action: "activation_cards.revoked", as, on }, now);
    return ok();
  });
}
