import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  startMailStandIn,
  type Interventions,
  type MailStandIn,
} from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { dispatchEvent } from "#app/jobs/dispatch-event.server.ts";
import type { JobContext } from "#app/jobs/job-context.ts";
import { JobFailure } from "#app/jobs/job-failure.ts";
import { sendMessage } from "#app/jobs/send-message.server.ts";
import { err } from "#app/kernel/result.ts";
import { messages, outboxEvents, standInMails } from "#db/schema/index.ts";
import { sql } from "drizzle-orm";
import { testDatabase } from "#tests/support/database.ts";
import { clock, createWorld, jobContext, NOW, record, type World } from "./world.ts";

const database = testDatabase();
const interventions: Interventions = {};
let standIn: MailStandIn;
let context: JobContext;
let world: World;

beforeAll(async () => {
  standIn = await startMailStandIn({ db: database.db, clock, interventions });
  context = jobContext(database.db, database.url, standIn.url);
  world = await createWorld(database.db);
});
afterAll(() => standIn.close());
afterEach(() => {
  delete interventions.refuse;
  delete interventions.beforeAnswer;
});

const publishOffer = () => record(database.db, { type: "offer.published", offerId: world.offerId });
const messagesOf = (eventId: string) =>
  database.db.select().from(messages).where(eq(messages.eventId, eventId));
const received = (key: string) =>
  database.db.select().from(standInMails).where(eq(standInMails.idempotencyKey, key));

async function pendingMessage() {
  const eventId = await publishOffer();
  await dispatchEvent(context, eventId);
  const [message] = await messagesOf(eventId);
  if (!message) throw new Error("No message was written.");
  return message;
}

async function reload(id: string) {
  const [message] = await database.db.select().from(messages).where(eq(messages.id, id));
  return message;
}

describe("dispatching an event", () => {
  it("writes messages, their jobs and the mark together", async () => {
    const eventId = await publishOffer();
    await dispatchEvent(context, eventId);
    const [message] = await messagesOf(eventId);
    const [event] = await database.db.select().from(outboxEvents).where(eq(outboxEvents.id, eventId));
    expect(event?.dispatchedAt).toEqual(NOW);
    expect(message).toMatchObject({ status: "pending", template: "offer-published", createdAt: NOW });
    const jobs = await database.db.execute(
      sql`select 1 from graphile_worker.jobs where key = ${`message:${message?.id}`}`,
    );
    expect(jobs).toHaveLength(1);
  });

  it("tells everyone once when it runs twice, also at the same time", async () => {
    const eventId = await publishOffer();
    await Promise.all([dispatchEvent(context, eventId), dispatchEvent(context, eventId)]);
    await dispatchEvent(context, eventId);
    expect(await messagesOf(eventId)).toHaveLength(1);
  });

  it("keeps an event of an unknown type for a worker that knows it", async () => {
    const [row] = await database.db
      .insert(outboxEvents)
      .values({ type: "moon.landed", messageClass: "at_once", payload: {}, occurredAt: NOW })
      .returning();
    await expect(dispatchEvent(context, row?.id ?? "")).rejects.toThrow(JobFailure);
    const [event] = await database.db.select().from(outboxEvents).where(eq(outboxEvents.type, "moon.landed"));
    expect(event?.dispatchedAt).toBeNull();
  });
});

describe("sending a message", () => {
  it("keeps the provider's identifier and the time", async () => {
    const message = await pendingMessage();
    await sendMessage(context, message.id, 1);
    const [mail] = await received(message.idempotencyKey);
    expect(await reload(message.id)).toMatchObject({ status: "sent", providerId: mail?.id, sentAt: NOW });
    expect(mail).toMatchObject({
      recipient: message.recipient,
      subject: message.subject,
      html: message.html,
    });
  });

  it("does not send again what is sent", async () => {
    const message = await pendingMessage();
    await sendMessage(context, message.id, 1);
    interventions.refuse = () => 500;
    await sendMessage(context, message.id, 2);
    expect(await received(message.idempotencyKey)).toHaveLength(1);
  });

  it("sends once when the provider's answer is lost", async () => {
    const message = await pendingMessage();
    interventions.beforeAnswer = () => "lose";
    await expect(sendMessage(context, message.id, 1)).rejects.toThrow("no answer");
    expect(await reload(message.id)).toMatchObject({ status: "pending" });
    delete interventions.beforeAnswer;
    await sendMessage(context, message.id, 2);
    const mails = await received(message.idempotencyKey);
    expect(mails).toHaveLength(1);
    expect(await reload(message.id)).toMatchObject({ status: "sent", providerId: mails[0]?.id });
  });

  it("sends after errors of the provider, and forgets them", async () => {
    const message = await pendingMessage();
    const answers = [500, 429, 500] as const;
    let request = 0;
    interventions.refuse = () => answers[request++];
    for (const attempt of [1, 2, 3])
      await expect(sendMessage(context, message.id, attempt)).rejects.toThrow(JobFailure);
    expect(await reload(message.id)).toMatchObject({
      status: "pending",
      lastError: "application_error (500)",
    });
    await sendMessage(context, message.id, 4);
    expect(await reload(message.id)).toMatchObject({ status: "sent", lastError: null });
  });

  it("gives up at once on what the provider refuses for good", async () => {
    const message = await pendingMessage();
    await database.db.update(messages).set({ recipient: "nobody" }).where(eq(messages.id, message.id));
    await sendMessage(context, message.id, 1);
    expect(await reload(message.id)).toMatchObject({ status: "failed", lastError: "validation_error (422)" });
  });

  it("never sends blindly again once the provider may have forgotten the key", async () => {
    const message = await pendingMessage();
    const later = new Date(NOW.getTime() + 21 * 3_600_000);
    await sendMessage({ ...context, clock: { now: () => later } }, message.id, 2);
    expect(await reload(message.id)).toMatchObject({ status: "failed" });
    expect(await received(message.idempotencyKey)).toHaveLength(0);
  });

  it("still sends, however late, what was never tried", async () => {
    const message = await pendingMessage();
    const later = new Date(NOW.getTime() + 21 * 3_600_000);
    await sendMessage({ ...context, clock: { now: () => later } }, message.id, 1);
    expect(await reload(message.id)).toMatchObject({ status: "sent", sentAt: later });
  });

  it("makes no request while a transaction is open", async () => {
    const message = await pendingMessage();
    const seen: number[] = [];
    const mailer = {
      send: async () => {
        const [row] = await database.db.execute<{ open: number }>(
          sql`select count(*)::int as open from pg_stat_activity
            where datname = current_database() and state = 'idle in transaction'`,
        );
        seen.push(row?.open ?? -1);
        return err({ permanent: true, reason: "stop" });
      },
    };
    await sendMessage({ ...context, mailer }, message.id, 1);
    expect(seen).toEqual([0]);
  });
});
