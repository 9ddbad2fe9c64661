import { and, eq, inArray, sql } from "drizzle-orm";
import { conditionsOf } from "#app/domain/notifications/compose/event-registry.ts";
import { findSettledActs } from "#app/domain/notifications/inbox/settled-acts.queries.server.ts";
import { readStanding } from "#app/domain/notifications/schedule/standing.queries.server.ts";
import { requestDelivery } from "#app/domain/outbox/request-delivery.server.ts";
import type { Transaction } from "#db/client.ts";
import { messages, outboxEvents } from "#db/schema/index.ts";
import { nextKey } from "./next-key.ts";

const MOST_LOST = 50;
/** What is older is read on the page that the messages lead to. */
const LOST_DAYS = 30;

interface Lost {
  /** Where they went. */
  from: string;
  to: string;
  pupilId: string;
  /** Of a representative: the messages about their own link. */
  guardianId: string | null;
}

/**
 * Sends again, to the right address, what an address lost of one pupil and still makes sense: no code, nothing whose matter is
 * settled, nothing that its event says to be past. Each leaves under a new key, as a new mail. Gives how many.
 */
export async function sendLostAgain(tx: Transaction, lost: Lost, now: Date): Promise<number> {
  const found = await listLost(tx, lost, now);
  const conditions = new Map(found.map(({ id, event }) => [id, conditionsOf(event)]));
  const standing = await readStanding(tx, [...conditions.values()].flat(), now);
  const settled = await findSettledActs(tx, { personId: lost.pupilId }, found, now);
  const still = found.filter(
    ({ id, timeZone }) => !settled.has(id) && standing.holds(conditions.get(id) ?? [], timeZone),
  );
  for (const { id, idempotencyKey } of still)
    await tx
      .update(messages)
      .set({
        recipient: lost.to,
        status: "pending",
        idempotencyKey: nextKey(idempotencyKey),
        notBefore: now,
        dailySlotOn: null,
        sentAt: null,
        batchId: null,
        attempts: 0,
        firstAttemptAt: null,
        nextAttemptAt: null,
        providerId: null,
        providerStatus: null,
        providerStatusAt: null,
        lastError: null,
      })
      .where(eq(messages.id, id));
  if (still.length > 0) await requestDelivery(tx, ["email"]);
  return still.length;
}

/** Refused by the mailbox, or never sent to it any more; about this pupil alone: an address may serve two families. */
async function listLost(tx: Transaction, { from, pupilId, guardianId }: Lost, now: Date) {
  const about = (key: string) => sql`(${outboxEvents.payload} ->> ${key}::text)::uuid`;
  const since = new Date(now.getTime() - LOST_DAYS * 86_400_000);
  return tx
    .select({
      id: messages.id,
      template: messages.template,
      timeZone: messages.timeZone,
      idempotencyKey: messages.idempotencyKey,
      event: {
        type: outboxEvents.type,
        version: outboxEvents.version,
        payload: outboxEvents.payload,
      },
    })
    .from(messages)
    .innerJoin(outboxEvents, eq(outboxEvents.id, messages.eventId))
    .where(
      and(
        sql`lower(${messages.recipient}) = lower(${from})`,
        eq(messages.channel, "email"),
        sql`${messages.priority} > 0 and ${messages.createdAt} >= ${since.toISOString()}::timestamptz`,
        sql`(${inArray(messages.status, ["suppressed", "failed"])}
          or (${messages.status} = 'sent' and ${messages.providerStatus} in ('bounced', 'failed')))`,
        sql`(${messages.personId} = ${pupilId}
          or ${about("guardianId")} = ${guardianId}
          or exists (select 1 from applications a where a.pupil_id = ${pupilId} and a.id = ${about("applicationId")})
          or exists (select 1 from agreements g where g.pupil_id = ${pupilId} and g.id = ${about("agreementId")}))`,
      ),
    )
    .orderBy(messages.createdAt, messages.id)
    .limit(MOST_LOST)
    .for("update", { of: messages });
}
