import { isNull } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { pupilReferents } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { staffRoleAt } from "../../accounts/actor.ts";
import { appendAudit } from "../../audit/append-audit.server.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import { recordEvent } from "../../outbox/record-event.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { findSitting } from "#app/domain/agreements/find-sitting.server.ts";
import { pupilEntrusted } from "./events.ts";
import { listColleagues } from "./referents.queries.server.ts";

/**
 * Someone who follows a pupil entrusts them to a teacher of the same school, who sees that pupil from then on, and nobody else
 * of the class. The colleague is told in the same transaction; entrusting twice changes nothing.
 */
export async function entrustPupil(
  { db, clock, actor, origin }: ActorContext,
  { pupilId, personId, reason }: { pupilId: string; personId: string; reason: string },
): Promise<Result<void, Failure<"not_found" | "not_a_colleague">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const campaign = await getCurrentCampaign(tx, now);
    const pupil = campaign && (await findSitting(tx, actor, pupilId, campaign.schoolYear));
    if (!pupil) return err({ code: "not_found" });
    const colleagues = await listColleagues(tx, actor, { uai: pupil.schoolUai, today: parisDate(now) });
    if (!colleagues.some((one) => one.personId === personId)) return err({ code: "not_a_colleague" });
    const [entrusted] = await tx
      .insert(pupilReferents)
      .values({
        id: newId(),
        pupilId,
        teacherId: personId,
        reason: reason || null,
        entrustedBy: actor.personId,
        entrustedAt: now,
      })
      .onConflictDoNothing({
        target: [pupilReferents.pupilId, pupilReferents.teacherId],
        where: isNull(pupilReferents.endedAt),
      })
      .returning({ id: pupilReferents.id });
    if (!entrusted) return ok();
    const as = staffRoleAt(actor, pupil.schoolUai);
    const on = { kind: "person" as const, id: pupilId };
    await appendAudit(tx, { actor, origin }, { action: "pupil.entrusted", as, on }, now);
    await recordEvent(tx, pupilEntrusted, { referentId: entrusted.id }, now);
    return ok();
  });
}
