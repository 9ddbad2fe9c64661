import { and, eq, ne } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { sessions } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";

/** Someone closes one of their sessions from another one, or all of them but one, at once. */
export async function endOwnSessions(
  { db, actor }: ActorContext,
  which: { only: string } | { allBut: string },
): Promise<Result<void, Failure<"not_found">>> {
  const chosen = "only" in which ? eq(sessions.id, which.only) : ne(sessions.id, which.allBut);
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, actor.personId), chosen))
    .returning({ id: sessions.id });
  return "only" in which && ended.length === 0 ? err({ code: "not_found" }) : ok();
}
