import { and, eq, min } from "drizzle-orm";
import type { Channel } from "#app/domain/outbox/channels.ts";
import {
  postponeDelivery,
  requestDelivery,
  requestRetries,
} from "#app/domain/outbox/request-delivery.server.ts";
import type { SendFailure, OutgoingMessage } from "./message-provider.ts";
import { paths } from "#app/paths.ts";
import { messages } from "#db/schema/index.ts";
import { pauseDelay, retryDelay } from "./retry-delays.ts";
import type { DeliveryContext } from "#app/domain/notifications/messaging-context.ts";
import {
  dissolveBatch,
  failTooOld,
  recordFailed,
  keepAtHead,
  recordSent,
  recordTrouble,
} from "./record-delivery.store.server.ts";
import { nextBatch, type Message, type OutgoingBatch } from "./outgoing-batches.store.server.ts";

interface DeliveryOptions {
  /** Requests of one run; a next run goes on. */
  maxRequests?: number;
  /** Stops between two requests. */
  signal?: AbortSignal | undefined;
}

/** A provider that fails twice in a row on different requests does not work; once may be the message's fault. */
const FAILURES_OF_A_PROVIDER = 2;
/** The queue's time and ours may differ by a little. */
const SHORTEST_WAIT_MS = 1_000;
/** Messages in trouble for longer do not hold the head of the queue any more. */
const PATIENCE_MS = 3 * 3_600_000;

/**
 * Sends the pending messages of a channel, codes first, then the oldest. One run at a time works for the whole service; it
 * ends when nothing is due, after some requests, or when the provider does not work: then everything waits for the same hour,
 * and leaves in the same order.
 */
export async function deliverMessages(
  context: DeliveryContext,
  channel: Channel,
  options: DeliveryOptions = {},
): Promise<void> {
  const { db, clock, logger } = context;
  for (const { id } of await failTooOld(db, channel, clock.now()))
    logger.error({ messageId: id, reason: "too old" }, "a message will not be sent");
  const pauseMs = await sendAll(context, channel, options);
  if (pauseMs === null) return comeBackForRetries(context, channel);
  await db.transaction((tx) =>
    pauseMs === 0 ? requestDelivery(tx, [channel]) : postponeDelivery(tx, channel, pauseMs),
  );
}

/** Sends request after request. How long the channel has to wait before the next run; null when nothing is due any more. */
async function sendAll(
  context: DeliveryContext,
  channel: Channel,
  { maxRequests = 20, signal }: DeliveryOptions,
): Promise<number | null> {
  const { db, clock, providers } = context;
  const provider = providers[channel];
  const troubled: OutgoingBatch[] = [];
  for (let request = 0; request < maxRequests && !signal?.aborted; request += 1) {
    const batch = await nextBatch(db, { channel, now: clock.now(), maxBatchSize: provider.maxBatchSize });
    if (!batch) return troubled.length > 0 ? pauseAll(context, troubled) : null;
    const messages = batch.messages.map((message) => toOutgoing(context, message));
    const answer = await provider.send(batch.key, messages);
    if (answer.ok) {
      await recordSent(db, batch, answer.value, clock.now());
      troubled.length = 0;
      continue;
    }
    const refusal = answer.error;
    if (refusal.kind === "busy") return refusal.waitMs;
    if (refusal.kind !== "trouble") {
      await recordRefusal(context, batch, refusal);
      continue;
    }
    await tryLater(context, batch, refusal.reason);
    troubled.push(batch);
    if (troubled.length >= FAILURES_OF_A_PROVIDER) return pauseAll(context, troubled);
  }
  return 0;
}

function toOutgoing({ env, links }: DeliveryContext, message: Message): OutgoingMessage {
  const { id, recipient, subject, html, text, topic } = message;
  const unsubscribeUrl = topic ? env.PUBLIC_URL + paths.unsubscribe(links.sign("unsubscribe", id)) : null;
  return { messageId: id, recipient: recipient ?? "", subject, html, text, unsubscribeUrl };
}

async function recordRefusal(
  { db, clock, logger }: DeliveryContext,
  batch: OutgoingBatch,
  { kind, reason }: SendFailure,
): Promise<void> {
  if (kind === "refused" && batch.batchId) {
    await dissolveBatch(db, batch, reason, clock.now());
    logger.warn({ batchId: batch.batchId, reason }, "a batch was refused, its messages leave one by one");
    return;
  }
  await recordFailed(db, batch, reason, clock.now());
  for (const { id, template } of batch.messages)
    logger.error({ messageId: id, template, reason }, "a message will not be sent");
}

function ageOf({ messages: [first] }: OutgoingBatch, now: Date): number {
  return now.getTime() - (first?.firstAttemptAt ?? now).getTime();
}

async function tryLater(
  { db, clock, logger, random }: DeliveryContext,
  batch: OutgoingBatch,
  reason: string,
) {
  const now = clock.now();
  const nextAttemptAt = new Date(now.getTime() + retryDelay(ageOf(batch, now), random));
  await recordTrouble(db, batch, reason, nextAttemptAt);
  logger.warn({ reason, messages: batch.messages.length }, "the provider did not take a request");
}

/**
 * It may not be these messages' fault: they stay at the head, and the whole channel waits. A message in trouble
 * for hours that nothing else waits with goes on by itself.
 */
async function pauseAll(
  context: DeliveryContext,
  troubled: readonly OutgoingBatch[],
): Promise<number | null> {
  const { db, clock, logger, random } = context;
  const now = clock.now();
  const recent = troubled.filter((batch) => ageOf(batch, now) < PATIENCE_MS);
  for (const batch of recent) await keepAtHead(db, batch);
  if (recent.length === 0 && troubled.length < FAILURES_OF_A_PROVIDER) return null;
  const pauseMs = pauseDelay(Math.min(...troubled.map((batch) => ageOf(batch, now))), random);
  logger.warn({ pauseMs }, "the provider does not work, messages wait");
  return pauseMs;
}

/** Single messages in trouble, while the others have left. */
async function comeBackForRetries({ db, clock }: DeliveryContext, channel: Channel): Promise<void> {
  const [next] = await db
    .select({ at: min(messages.nextAttemptAt) })
    .from(messages)
    .where(and(eq(messages.status, "pending"), eq(messages.channel, channel)));
  const at = next?.at;
  if (!at) return;
  const delayMs = Math.max(at.getTime() - clock.now().getTime(), SHORTEST_WAIT_MS);
  await db.transaction((tx) => requestRetries(tx, channel, delayMs));
}
