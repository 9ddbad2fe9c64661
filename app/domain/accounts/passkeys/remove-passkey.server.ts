import { and, eq } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { passkeys } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";
import type { RemovePasskeyFailure } from "../account.failures.ts";

/** Forgets one's own passkey: it opens nothing any more. */
export async function removePasskey(
  { db, actor }: ActorContext,
  { passkeyId }: { passkeyId: string },
): Promise<Result<void, RemovePasskeyFailure>> {
  const removed = await db
    .delete(passkeys)
    .where(and(eq(passkeys.id, passkeyId), eq(passkeys.personId, actor.personId)))
    .returning({ id: passkeys.id });
  return removed.length > 0 ? ok() : err({ code: "not_found" });
}
