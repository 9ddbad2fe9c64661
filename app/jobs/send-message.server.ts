import { and, eq } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import { JobFailure } from "./job-failure.ts";
import type { JobContext } from "./job-context.ts";

/** The provider forgets a key after 24 hours: later than this, an attempt whose answer was lost could send twice. */
const SAFE_RETRY_MS = 20 * 3_600_000;

/**
 * Sends one message. The request and the mark cannot be one transaction: when the process dies between them, the
 * next attempt sends the same bytes under the same key and the provider answers with the mail it already has.
 * Throws to be tried again later; a message refused for good, or too old to be retried safely, is marked failed.
 */
export async function sendMessage(
  { db, clock, mailer, logger }: JobContext,
  messageId: string,
  attempt: number,
): Promise<void> {
  const [message] = await db.select().from(messages).where(eq(messages.id, messageId));
  if (message?.status !== "pending" || message.recipient === null) return;
  const { recipient } = message;
  const close = (outcome: Partial<typeof messages.$inferInsert>) =>
    db
      .update(messages)
      .set(outcome)
      .where(and(eq(messages.id, messageId), eq(messages.status, "pending")));
  const giveUp = async (reason: string) => {
    await close({ status: "failed", lastError: reason });
    logger.error({ messageId, template: message.template, reason }, "a message will not be sent");
  };

  const age = clock.now().getTime() - message.createdAt.getTime();
  if (attempt > 1 && age > SAFE_RETRY_MS) return giveUp(`too old: ${message.lastError ?? "answer unknown"}`);

  const sent = await mailer.send({ ...message, recipient });
  if (sent.ok) {
    const { providerId } = sent.value;
    await close({ status: "sent", providerId, sentAt: clock.now(), lastError: null });
    return;
  }
  const { permanent, reason } = sent.error;
  if (permanent) return giveUp(reason);
  await close({ lastError: reason });
  throw new JobFailure(reason);
}
