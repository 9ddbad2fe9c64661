import { and, eq, min } from "drizzle-orm";
import {
  postponeDelivery,
  requestDelivery,
  requestRetries,
  type Channel,
} from "#app/domain/outbox/request-delivery.server.ts";
import type { CourierRefusal, Parcel } from "#app/infra/courier.ts";
import { paths } from "#app/paths.ts";
import { messages } from "#db/schema/index.ts";
import { pauseDelay, retryDelay } from "./delivery-delays.ts";
import type { JobContext } from "./job-context.ts";
import {
  dissolveBatch,
  failTooOld,
  recordFailed,
  keepPlace,
  recordSent,
  recordTrouble,
} from "./record-delivery.server.ts";
import { nextShipment, type Message, type Shipment } from "./shipments.server.ts";

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
  context: JobContext,
  channel: Channel,
  options: DeliveryOptions = {},
): Promise<void> {
  const { db, clock, logger } = context;
  for (const { id } of await failTooOld(db, channel, clock.now()))
    logger.error({ messageId: id, reason: "too old" }, "a message will not be sent");
  const pauseMs = await carryOn(context, channel, options);
  if (pauseMs === null) return comeBackForRetries(context, channel);
  await db.transaction((tx) =>
    pauseMs === 0 ? requestDelivery(tx, [channel]) : postponeDelivery(tx, channel, pauseMs),
  );
}

/** Sends request after request. How long the channel has to wait before the next run; null when nothing is due any more. */
async function carryOn(
  context: JobContext,
  channel: Channel,
  { maxRequests = 20, signal }: DeliveryOptions,
): Promise<number | null> {
  const { db, clock, couriers } = context;
  const courier = couriers[channel];
  const troubled: Shipment[] = [];
  for (let request = 0; request < maxRequests && !signal?.aborted; request += 1) {
    const shipment = await nextShipment(db, { channel, now: clock.now(), capacity: courier.capacity });
    if (!shipment) return troubled.length > 0 ? pauseAll(context, troubled) : null;
    const parcels = shipment.messages.map((message) => toParcel(context, message));
    const answer = await courier.carry(shipment.key, parcels);
    if (answer.ok) {
      await recordSent(db, shipment, answer.value, clock.now());
      troubled.length = 0;
      continue;
    }
    const refusal = answer.error;
    if (refusal.kind === "busy") return refusal.waitMs;
    if (refusal.kind !== "trouble") {
      await recordRefusal(context, shipment, refusal);
      continue;
    }
    await tryLater(context, shipment, refusal.reason);
    troubled.push(shipment);
    if (troubled.length >= FAILURES_OF_A_PROVIDER) return pauseAll(context, troubled);
  }
  return 0;
}

function toParcel({ env, links }: JobContext, message: Message): Parcel {
  const { id, recipient, subject, html, text, topic } = message;
  const unsubscribeUrl = topic ? env.PUBLIC_URL + paths.unsubscribe(links.sign("unsubscribe", id)) : null;
  return { messageId: id, recipient: recipient ?? "", subject, html, text, unsubscribeUrl };
}

async function recordRefusal(
  { db, clock, logger }: JobContext,
  shipment: Shipment,
  { kind, reason }: CourierRefusal,
): Promise<void> {
  if (kind === "refused" && shipment.batchId) {
    await dissolveBatch(db, shipment, reason, clock.now());
    logger.warn({ batchId: shipment.batchId, reason }, "a batch was refused, its messages leave one by one");
    return;
  }
  await recordFailed(db, shipment, reason, clock.now());
  for (const { id, template } of shipment.messages)
    logger.error({ messageId: id, template, reason }, "a message will not be sent");
}

function ageOf({ messages: [first] }: Shipment, now: Date): number {
  return now.getTime() - (first?.firstAttemptAt ?? now).getTime();
}

async function tryLater({ db, clock, logger, random }: JobContext, shipment: Shipment, reason: string) {
  const now = clock.now();
  const nextAttemptAt = new Date(now.getTime() + retryDelay(ageOf(shipment, now), random));
  await recordTrouble(db, shipment, reason, nextAttemptAt);
  logger.warn({ reason, messages: shipment.messages.length }, "the provider did not take a request");
}

/**
 * It may not be these messages' fault: they keep their place at the head, and the whole channel waits. A message in trouble
 * for hours that nothing else waits with goes on by itself.
 */
async function pauseAll(context: JobContext, troubled: readonly Shipment[]): Promise<number | null> {
  const { db, clock, logger, random } = context;
  const now = clock.now();
  const recent = troubled.filter((shipment) => ageOf(shipment, now) < PATIENCE_MS);
  for (const shipment of recent) await keepPlace(db, shipment);
  if (recent.length === 0 && troubled.length < FAILURES_OF_A_PROVIDER) return null;
  const pauseMs = pauseDelay(Math.min(...troubled.map((shipment) => ageOf(shipment, now))), random);
  logger.warn({ pauseMs }, "the provider does not work, messages wait");
  return pauseMs;
}

/** Single messages in trouble, while the others have left. */
async function comeBackForRetries({ db, clock }: JobContext, channel: Channel): Promise<void> {
  const [next] = await db
    .select({ at: min(messages.nextAttemptAt) })
    .from(messages)
    .where(and(eq(messages.status, "pending"), eq(messages.channel, channel)));
  const at = next?.at;
  if (!at) return;
  const delayMs = Math.max(at.getTime() - clock.now().getTime(), SHORTEST_WAIT_MS);
  await db.transaction((tx) => requestRetries(tx, channel, delayMs));
}
