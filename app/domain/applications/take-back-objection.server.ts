import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { last } from "#app/kernel/last.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { TakeBackFailure } from "./application.failures.ts";
import type { ApplicationChange } from "./application.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { checkStillFree } from "./check-still-free.server.ts";
import { applicationObjectionTakenBack } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";
import { listApplicationChanges } from "./views/application-changes.queries.server.ts";
import { objectionTakeBackUntil } from "./views/objection.queries.server.ts";

/**
 * A legal representative takes back their own objection, within a few minutes: the application is where it was, its place
 * kept again if nobody has taken it. The other representative's objection is theirs alone.
 */
export async function takeBackObjection(
  { db, clock }: UseCaseContext,
  { guardianId, applicationId }: { guardianId: string; applicationId: string },
): Promise<Result<void, TakeBackFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const locked = await lockForAction(tx, { guardianId }, applicationId, "take_back_objection");
      if (!locked.ok) return locked;
      const { application } = locked.value;
      const changes = await listApplicationChanges(tx, applicationId);
      if (!(await objectionTakeBackUntil(tx, { applicationId, guardianId, at: now }, changes)))
        return err({ code: "too_late" });
      const deadlines = await checkStillFree(tx, application);
      if (!deadlines.ok) return deadlines;
      const { answer, confirmDays } = deadlines.value;
      const acceptedAt = acceptedBefore(changes);
      const step = acceptedAt
        ? ({ action: "take_back_to_accepted", deadlineAt: endOfDayAfter(acceptedAt, confirmDays) } as const)
        : ({ action: "take_back_objection", deadlineAt: answer } as const);
      const event = newEvent(applicationObjectionTakenBack, { applicationId });
      await applyTransition(tx, { application, event, actorId: null, ...step }, now);
      return ok();
    },
    {
      on: {
        applications_one_live_per_offer_key: { code: "moved_on" },
        offer_seats_within_capacity_check: { code: "no_seat_left" },
      },
    },
  );
}

/** When the host had accepted what the objection ended; null when it had not answered. */
function acceptedBefore(changes: readonly ApplicationChange[]): Date | null {
  if (last(changes)?.from !== "accepted") return null;
  return last(changes.filter(({ to, by }) => to === "accepted" && by === "host"))?.at ?? null;
}
