import { eq } from "drizzle-orm";
import { findOpening } from "#app/domain/accounts/openings/openings.queries.server.ts";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { messages } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";

/**
 * All that one person was sent is read by an administrator who has said why they look at their account; a legal representative
 * has none. Each reading is kept.
 */
export async function readRecipient(
  { db, clock, actor, origin }: ActorContext,
  { messageId }: { messageId: string },
): Promise<Result<void, { code: "closed"; personId: string }>> {
  const now = clock.now();
  const [message] = await db
    .select({ personId: messages.personId })
    .from(messages)
    .where(eq(messages.id, messageId));
  if (!message) return ok();
  const { personId } = message;
  if (personId && !(await findOpening(db, actor, { personId, now })))
    return err({ code: "closed", personId });
  const on = personId
    ? { kind: "person" as const, id: personId }
    : { kind: "message" as const, id: messageId };
  await appendAudit(db, { actor, origin }, { action: "messages.recipient_read", as: "admin", on }, now);
  return ok();
}
