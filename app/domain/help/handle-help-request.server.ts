import { and, eq, isNull } from "drizzle-orm";
import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { helpRequests } from "#db/schema/index.ts";
import type { ActorContext } from "../use-case.ts";
import { findFollowedRequest } from "./help.queries.server.ts";

/** Someone who follows the pupil's class says that the request is dealt with; a second time changes nothing. */
export async function handleHelpRequest(
  ctx: ActorContext,
  input: { helpRequestId: string; classGroupId: string },
): Promise<Result<void, Failure<"not_found">>> {
  if (!(await findFollowedRequest(ctx.db, ctx.actor, input))) return err({ code: "not_found" });
  await ctx.db
    .update(helpRequests)
    .set({ handledAt: ctx.clock.now(), handledBy: ctx.actor.personId })
    .where(and(eq(helpRequests.id, input.helpRequestId), isNull(helpRequests.handledAt)));
  return ok();
}
