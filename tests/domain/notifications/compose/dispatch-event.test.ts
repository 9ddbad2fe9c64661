import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMailStandIn, type MailStandIn } from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import type { JobContext } from "#app/jobs/job-context.ts";
import { JobFailure } from "#app/domain/outbox/job-failure.ts";
import { messages, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import {
  clock,
  createWorld,
  jobContext,
  NOW,
  record,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
let standIn: MailStandIn;
let context: JobContext;
let world: World;

beforeAll(async () => {
  standIn = await startMailStandIn({ db: database.db, clock });
  context = jobContext(database.db, database.url, standIn.url);
  world = await createWorld(database.db);
});
afterAll(() => standIn.close());
const publishOffer = () => record(database.db, { type: "offer.published", offerId: world.offerId });
const reopenOffer = () => record(database.db, { type: "offer.reopened", offerId: world.offerId });
const messagesOf = (eventId: string) =>
  database.db.select().from(messages).where(eq(messages.eventId, eventId));
describe("dispatching an event", () => {
  it("writes messages, the job that sends them and the mark together", async () => {
    const eventId = await publishOffer();
    await dispatchEvent(context, eventId);
    const [message] = await messagesOf(eventId);
    const [event] = await database.db.select().from(outboxEvents).where(eq(outboxEvents.id, eventId));
    expect(event?.dispatchedAt).toEqual(NOW);
    expect(message).toMatchObject({ status: "pending", template: "offer-published", createdAt: NOW });
    const jobs = await database.db.execute(
      sql`select 1 from graphile_worker.jobs where key = 'deliver:email'`,
    );
    expect(jobs).toHaveLength(1);
  });

  it("tells everyone once when it runs twice, also at the same time", async () => {
    const eventId = await publishOffer();
    await Promise.all([dispatchEvent(context, eventId), dispatchEvent(context, eventId)]);
    await dispatchEvent(context, eventId);
    expect(await messagesOf(eventId)).toHaveLength(1);
  });

  it("is done for what is immediate before what is deferrable", async () => {
    const [reminder, answer] = [await reopenOffer(), await publishOffer()];
    const jobs = await database.db.execute<{ key: string }>(
      sql`select key from graphile_worker.jobs where key in (${`event:${reminder}`}, ${`event:${answer}`}) order by priority`,
    );
    expect(jobs.map(({ key }) => key)).toEqual([`event:${answer}`, `event:${reminder}`]);
  });

  const recordRaw = async (event: { type: string; version?: number; payload: unknown }) => {
    const values = { ...event, urgency: "immediate" as const, occurredAt: NOW };
    const [row] = await database.db.insert(outboxEvents).values(values).returning();
    return row?.id ?? "";
  };
  const eventOf = async (id: string) => {
    const [event] = await database.db.select().from(outboxEvents).where(eq(outboxEvents.id, id));
    return event;
  };

  it("keeps an event of an unknown type for a worker that knows it", async () => {
    const id = await recordRaw({ type: "moon.landed", payload: {} });
    await expect(dispatchEvent(context, id)).rejects.toThrow(JobFailure);
    expect((await eventOf(id))?.dispatchedAt).toBeNull();
  });

  it("keeps an event of a newer version for a worker that knows it", async () => {
    const id = await recordRaw({ type: "offer.published", version: 2, payload: { offerId: world.offerId } });
    await expect(dispatchEvent(context, id)).rejects.toThrow(
      new JobFailure('version 2 of "offer.published" cannot be read'),
    );
    expect((await eventOf(id))?.dispatchedAt).toBeNull();
  });

  it("refuses a payload that is not the one of its definition", async () => {
    const id = await recordRaw({ type: "offer.published", payload: { offerId: "the sawmill" } });
    await expect(dispatchEvent(context, id)).rejects.toThrow(JobFailure);
    expect((await eventOf(id))?.dispatchedAt).toBeNull();
  });

  it("reads an event that an older version left in the queue", async () => {
    const payload = { personId: world.pupil, toldAt: NOW.toISOString() };
    const id = await recordRaw({ type: "alert.matched", version: 1, payload });
    await dispatchEvent(context, id);
    expect(await eventOf(id)).toMatchObject({ dispatchedAt: NOW, skipReason: "outdated" });
  });
});
