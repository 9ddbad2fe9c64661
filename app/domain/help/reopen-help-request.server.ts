import { and, eq, gte } from "drizzle-orm";
import { takeBackSince } from "#app/domain/history/take-back.ts";
import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { helpRequests } from "#db/schema/index.ts";
import type { ActorContext } from "../use-case.ts";
import { findFollowedRequest } from "./help.queries.server.ts";

/** Who has just said that a request is dealt with takes that back, within a few minutes: it waits again. */
export async function reopenHelpRequest(
  { db, clock, actor }: ActorContext,
  input: { helpRequestId: string; classGroupId: string },
): Promise<Result<void, Failure<"not_found">>> {
  if (!(await findFollowedRequest(db, actor, input))) return err({ code: "not_found" });
  await db
    .update(helpRequests)
    .set({ handledAt: null, handledBy: null })
    .where(
      and(
        eq(helpRequests.id, input.helpRequestId),
        eq(helpRequests.handledBy, actor.personId),
        gte(helpRequests.handledAt, takeBackSince(clock.now())),
      ),
    );
  return ok();
}
