import { err, ok, type Result } from "#app/kernel/result.ts";
import { opinions } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { partyOf } from "#app/domain/applications/applications.policy.ts";
import { findApplication, lockApplications } from "#app/domain/applications/applications.store.server.ts";
import { opinionClosesOn, opinionMoment, type Opinion, type OpinionFailure } from "./opinion.ts";
import { findPlacementDays } from "./opinions.queries.server.ts";

/**
 * The pupil says what they thought of their confirmed placement, from its last day at its place, and may change it for a while.
 * The application is locked: a placement cancelled at the same instant has no opinion.
 */
export async function giveOpinion(
  { db, clock, actor }: ActorContext,
  { applicationId, welcomed, useful }: { applicationId: string } & Opinion,
): Promise<Result<void, OpinionFailure>> {
  return inTransaction(db, async (tx) => {
    const found = await findApplication(tx, applicationId);
    if (!found || partyOf(actor, found) !== "pupil") return err({ code: "not_found" });
    const [application] = await lockApplications(tx, [applicationId]);
    const givenAt = clock.now();
    const days = await findPlacementDays(tx, applicationId, givenAt);
    if (application?.status !== "confirmed" || !days) return err({ code: "not_confirmed" });
    const { lastDay, today } = days;
    const moment = opinionMoment(lastDay, today);
    if (moment === "too_early") return err({ code: moment, opensOn: lastDay });
    if (moment === "too_late") return err({ code: moment, closedOn: opinionClosesOn(lastDay) });

    const opinion = { welcomed, useful, givenAt };
    await tx
      .insert(opinions)
      .values({ applicationId, ...opinion })
      .onConflictDoUpdate({ target: opinions.applicationId, set: opinion });
    return ok();
  });
}
