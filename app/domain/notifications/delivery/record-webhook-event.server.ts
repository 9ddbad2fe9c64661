import { eq, or } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { messages, providerWebhookEvents, suppressedAddresses } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { addressSuppressed } from "#app/domain/notifications/events.ts";
import type { ProviderWebhookEvent, ProviderStatus } from "./webhook-event.ts";

type Message = typeof messages.$inferSelect;

/**
 * Keeps what a webhook event says of a message, once however often it comes. An address that takes no mail any more is sent
 * none, and those around its owner are asked to reach them by another way. A message that the provider took and could not send is a failed
 * one: a person decides.
 */
export async function recordWebhookEvent(
  { db, clock }: UseCaseContext,
  event: ProviderWebhookEvent,
): Promise<Result<void, never>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const { id, type, providerId, status } = event;
    const first = await tx
      .insert(providerWebhookEvents)
      .values({ id, type, providerId, receivedAt: now })
      .onConflictDoNothing()
      .returning({ id: providerWebhookEvents.id });
    const message = first.length > 0 && status ? await findMessage(tx, event) : null;
    if (!message || !status) return ok();
    await keepStatus(tx, message, status, event);
    if (event.endsAddress) await suppressAddress(tx, message, status, now);
    return ok();
  });
}

async function findMessage(tx: Transaction, { providerId, messageId }: ProviderWebhookEvent) {
  const named = messageId && isId(messageId) ? eq(messages.id, messageId) : undefined;
  const answered = providerId ? eq(messages.providerId, providerId) : undefined;
  if (!named && !answered) return null;
  const [message] = await tx.select().from(messages).where(or(named, answered)).for("update");
  return message ?? null;
}

async function keepStatus(
  tx: Transaction,
  { id, status, providerStatusAt, ...message }: Message,
  reported: ProviderStatus,
  { at, providerId }: ProviderWebhookEvent,
): Promise<void> {
  // A event of an earlier attempt says nothing of the one that an administrator asked for.
  if (message.providerId && providerId && message.providerId !== providerId) return;
  if (providerStatusAt && providerStatusAt > at) return;
  const lost = reported === "failed" && status === "sent";
  await tx
    .update(messages)
    .set({
      providerStatus: reported,
      providerStatusAt: at,
      providerId: message.providerId ?? providerId,
      ...(lost ? { status: "failed", sentAt: null, lastError: "not sent by the provider" } : {}),
    })
    .where(eq(messages.id, id));
}

async function suppressAddress(
  tx: Transaction,
  { id, recipient, channel }: Message,
  reported: ProviderStatus,
  now: Date,
): Promise<void> {
  if (!recipient || channel !== "email") return;
  const reason = reported === "complained" ? "complained" : "bounced";
  const added = await tx
    .insert(suppressedAddresses)
    .values({ address: recipient, reason, suppressedAt: now })
    .onConflictDoNothing()
    .returning({ address: suppressedAddresses.address });
  if (added.length === 0) return;
  await recordEvent(tx, addressSuppressed, { messageId: id }, now);
}
