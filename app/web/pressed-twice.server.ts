import { isLastChangeOf } from "#app/domain/history/last-change.queries.server.ts";
import type { ActorRequest } from "./require-actor.server.ts";

/**
 * Whether a refused act has been done by the same person already, and nothing since: the second press of a button is told
 * the success of the first. A colleague's act is told as theirs.
 */
export async function isPressedTwice(
  { db, actor }: Pick<ActorRequest, "db" | "actor">,
  subject: Parameters<typeof isLastChangeOf>[1],
  failure: { code: string; status?: string },
  done: string,
): Promise<boolean> {
  if (failure.code !== "not_possible" || failure.status !== done) return false;
  return isLastChangeOf(db, subject, { actorId: actor.personId, to: done });
}
