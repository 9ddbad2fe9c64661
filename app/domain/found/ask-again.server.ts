import { eq } from "drizzle-orm";
import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { foundInternships } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { findTakenWeeks } from "../applications/applications.store.server.ts";
import { recordEvent } from "../outbox/record-event.server.ts";
import type { ActorContext } from "../use-case.ts";
import { foundAsked } from "./events.ts";
import { ANSWER_DAYS, nextFoundState } from "./found-internship.ts";
import type { ChangeFoundFailure } from "./found.failures.ts";
import { moveFound } from "./found.store.server.ts";
import { lockOwnFound } from "./lock-own-found.server.ts";

/** A token has one byte for it. */
const LAST_VERSION = 255;

/**
 * The host is asked again, at the same address or at the one that is corrected, with as many days to answer: links sent before are
 * worth nothing any more. So is it after no answer or a refusal, as long as the weeks are free.
 */
export async function askAgain(
  { db, clock, actor }: ActorContext,
  { foundId, pupilId, hostEmail }: { foundId: string; pupilId: string; hostEmail: string },
): Promise<Result<void, ChangeFoundFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const own = await lockOwnFound(tx, actor, { foundId, pupilId }, now);
      if (!own) return err({ code: "not_found" });
      const { found } = own;
      const state = nextFoundState(found.state, "ask_again");
      if (!state) return err({ code: "over" });
      if (found.linkVersion >= LAST_VERSION) return err({ code: "no_more_links" });
      const taken = await findTakenWeeks(tx, found.pupilId, found.campaignId);
      if (found.weeks.some((week) => taken.includes(week))) return err({ code: "week_already_taken" });
      const linkVersion = found.linkVersion + 1;
      await moveFound(tx, foundId, { state, weeks: "asked", endedAt: null });
      await tx
        .update(foundInternships)
        .set({ hostEmail, linkVersion, askedAt: now, expiresAt: endOfDayAfter(now, ANSWER_DAYS) })
        .where(eq(foundInternships.id, foundId));
      await recordEvent(tx, foundAsked, { foundId }, now);
      return ok();
    },
    { on: { application_weeks_one_asked_key: { code: "week_already_asked" } } },
  );
}
