import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import type { ActorContext } from "../use-case.ts";
import { endSessions } from "./accounts.store.server.ts";
import { hasRole } from "./actor.ts";

/** An administrator closes every session of somebody, on every device. */
export async function endPersonSessions(
  { db, actor }: ActorContext,
  { personId }: { personId: string },
): Promise<Result<void, Failure<"not_found">>> {
  if (!hasRole(actor, "admin")) return err({ code: "not_found" });
  await endSessions(db, personId);
  return ok();
}
