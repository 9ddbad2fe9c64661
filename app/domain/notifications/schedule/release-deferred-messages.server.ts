import { zonesAwake } from "./quiet-hours.ts";
import { refusalsOf, tryLockRecipients } from "#app/domain/notifications/messages.store.server.ts";
import { planRelease, zoneOf, type Release } from "./release-plan.ts";
import { conditionsOf } from "#app/domain/notifications/compose/event-registry.ts";
import { readStanding } from "./standing.queries.server.ts";
import {
  changeWaiting,
  pickRecipients,
  readWaiting,
  takenDays,
  type WaitingMessage,
} from "./waiting-messages.store.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { isChannel, type Channel } from "#app/domain/outbox/channels.ts";
import { requestDelivery } from "#app/domain/outbox/request-delivery.server.ts";
import { groupBy } from "#app/kernel/group-by.ts";
import { localDate } from "#app/kernel/local-time.ts";
import type { Transaction } from "#db/client.ts";
import type { MessagingContext } from "#app/domain/notifications/messaging-context.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { rewriteAlerts } from "./rewrite-alerts.server.ts";
import { writeDigest } from "./write-digest.server.ts";

const AT_ONCE = 200;

/**
 * Releases the deferred messages whose hour has come, a batch of recipients in one transaction, and asks for the next batch when this one
 * was full. A recipient is held by one process at a time, and the database allows one message a day to each. A process that
 * finds them all held leaves the rest to the one that holds them: they never wait for each other.
 */
export async function releaseDeferredMessages(context: MessagingContext, limit = AT_ONCE): Promise<void> {
  const { db, clock, logger } = context;
  const released = await db.transaction(async (tx) => {
    const now = clock.now();
    const timeZones = zonesAwake(now);
    const { recipients, more } = await pickRecipients(tx, { now, timeZones, limit });
    const held = await tryLockRecipients(tx, recipients);
    const channels = held.length > 0 ? await releaseTo(tx, context, held, now) : [];
    if (more && held.length > 0) await enqueueJob(tx, TASKS.releaseMessages, {}, TASKS.releaseMessages.name);
    await requestDelivery(tx, new Set(channels));
    return channels.length;
  });
  if (released > 0) logger.info({ released }, "deferred messages released");
}

/** Gives the channel of each message that leaves. */
async function releaseTo(
  tx: Transaction,
  context: MessagingContext,
  recipients: readonly string[],
  now: Date,
): Promise<Channel[]> {
  const waiting = await withoutVain(tx, context, await readWaiting(tx, recipients), now);
  const groups = [...groupBy(waiting, ({ key }) => key)];
  const days = groups.map(([, group]) => localDate(now, zoneOf(group)));
  const taken = await takenDays(tx, recipients, days);
  const releases = groups.map(([key, group]) =>
    planRelease(group, { now, dayTaken: (day) => taken.has(`${key} ${day}`) }),
  );
  return applyReleases(tx, context, releases, now);
}

async function applyReleases(
  tx: Transaction,
  context: MessagingContext,
  releases: readonly Release<WaitingMessage>[],
  now: Date,
): Promise<Channel[]> {
  const putOff = releases.flatMap((release) => (release.kind === "put_off" ? [release] : []));
  for (const [, same] of groupBy(putOff, ({ until }) => until.getTime()))
    await changeWaiting(tx, idsOf(same.flatMap(({ due }) => due)), { notBefore: same[0]?.until });
  const alone = releases.flatMap((release) => (release.kind === "send" ? [release] : []));
  for (const [dailySlotOn, same] of groupBy(alone, ({ day }) => day))
    await changeWaiting(tx, idsOf(same.map(({ message }) => message)), { status: "pending", dailySlotOn });
  const channels = alone.map(({ message }) => message.channel).filter(isChannel);
  for (const release of releases) {
    if (release.kind !== "group") continue;
    const digestId = await writeDigest(tx, context, release.together, { day: release.day, now });
    await changeWaiting(tx, idsOf(release.together), { status: "grouped", digestId });
    channels.push("email");
  }
  return channels;
}

/**
 * Sets aside what its recipient refused meanwhile, and what is true no more: the notification centre holds both. Alerts of
 * which some offers have closed are written anew.
 */
async function withoutVain(
  tx: Transaction,
  context: MessagingContext,
  waiting: readonly WaitingMessage[],
  now: Date,
): Promise<WaitingMessage[]> {
  const isRefused = await refusalsOf(tx, waiting);
  const refused = waiting.filter(isRefused);
  const conditions = new Map(waiting.map(({ id, event }) => [id, event ? conditionsOf(event) : []]));
  const standing = await readStanding(tx, [...conditions.values()].flat(), now);
  const outdated = waiting.filter(
    (message) => !isRefused(message) && !standing.holds(conditions.get(message.id) ?? [], message.timeZone),
  );
  await changeWaiting(tx, idsOf(refused), { status: "declined" });
  await changeWaiting(tx, idsOf(outdated), { status: "shown", lastError: "outdated" });
  const left = waiting.filter((message) => !refused.includes(message) && !outdated.includes(message));
  return rewriteAlerts(tx, context, { waiting: left, conditions, standing }, now);
}

function idsOf(messages: readonly { id: string }[]): string[] {
  return messages.map(({ id }) => id);
}
