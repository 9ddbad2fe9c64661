import { staffRoleAt } from "#app/domain/accounts/actor.ts";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { addDays } from "#app/kernel/calendar-date.ts";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import { localInstant } from "#app/kernel/local-time.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { CardsFailure } from "./activation.failures.ts";
import { endCodes, insertCodes } from "./codes.store.server.ts";
import { findFollowedClass, lockPupils } from "./followed-pupils.store.server.ts";

/**
 * A new code for each of these pupils of a class, until the internship ends. What was printed before for them serves no more:
 * a pupil has one live code, which the page that prints it shows for a quarter of an hour.
 */
export async function printCards(
  { db, clock, actor, origin, links }: ActorContext & { links: LinkSigner },
  { classGroupId, pupilIds }: { classGroupId: string; pupilIds: readonly string[] },
): Promise<Result<{ count: number }, CardsFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const campaign = await getCurrentCampaign(tx, now);
    const scope = campaign && { classGroupId, schoolYear: campaign.schoolYear };
    const followed = scope && (await findFollowedClass(tx, actor, scope));
    if (!followed) return err({ code: "not_found" });
    const chosen = await lockPupils(tx, classGroupId, pupilIds);
    if (chosen.length === 0) return err({ code: "nobody" });
    await endCodes(tx, chosen, now);
    const expiresAt = localInstant(addDays(campaign.endsOn, 1), 0, "Europe/Paris");
    const printed = { printedBy: actor.personId, printedAt: now, expiresAt };
    await insertCodes(
      tx,
      links,
      chosen.map((personId) => ({ ...printed, personId })),
    );
    const as = staffRoleAt(actor, followed.schoolUai);
    const on = { kind: "class", id: classGroupId } as const;
    await appendAudit(tx, { actor, origin }, { action: "activation_cards.printed", as, on }, now);
    return ok({ count: chosen.length });
  });
}
