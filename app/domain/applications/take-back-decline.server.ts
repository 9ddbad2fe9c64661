import { takeBackUntil } from "#app/domain/history/take-back.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { TakeBackFailure } from "./application.failures.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { checkStillFree } from "./check-still-free.server.ts";
import { applicationDeclineTakenBack } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";
import { listApplicationChanges } from "./views/application-changes.queries.server.ts";

/**
 * The host takes back a refusal pressed by mistake, within a few minutes: the application waits for its answer again, until
 * the day on which it would have. The pupil, who was told, is told again; what they did meanwhile stands.
 */
export async function takeBackDecline(
  { db, clock, actor }: ActorContext,
  { applicationId }: { applicationId: string },
): Promise<Result<void, TakeBackFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const locked = await lockForAction(tx, actor, applicationId, "take_back_decline");
      if (!locked.ok) return locked;
      const { application } = locked.value;
      const changes = await listApplicationChanges(tx, applicationId);
      if (!takeBackUntil(changes, { to: "declined", by: "host" }, now)) return err({ code: "too_late" });
      const deadlines = await checkStillFree(tx, application);
      if (!deadlines.ok) return deadlines;
      const event = newEvent(applicationDeclineTakenBack, { applicationId });
      const deadlineAt = deadlines.value.answer;
      const by = { actorId: actor.personId };
      await applyTransition(tx, { application, action: "take_back_decline", event, deadlineAt, ...by }, now);
      return ok();
    },
    { on: { applications_one_live_per_offer_key: { code: "moved_on" } } },
  );
}
