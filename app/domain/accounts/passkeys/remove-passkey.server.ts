import { and, eq } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { passkeys } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import type { RemovePasskeyFailure } from "../account.failures.ts";
import { passkeyRemoved } from "../events.ts";

/** Forgets one's own passkey: it opens nothing any more, and its owner is told. */
export async function removePasskey(
  { db, clock, actor }: ActorContext,
  { passkeyId }: { passkeyId: string },
): Promise<Result<void, RemovePasskeyFailure>> {
  const { personId } = actor;
  return inTransaction(db, async (tx) => {
    const removed = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, passkeyId), eq(passkeys.personId, personId)))
      .returning({ id: passkeys.id });
    if (removed.length === 0) return err({ code: "not_found" });
    await recordEvent(tx, passkeyRemoved, { personId }, clock.now());
    return ok();
  });
}
