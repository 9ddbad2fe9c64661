import { eq, sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { checkInvariants, INVARIANTS } from "#app/domain/operations/invariants.queries.server.ts";
import { requestDelivery } from "#app/domain/outbox/request-delivery.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { messages, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const AT = new Date("2027-03-02T09:00:00Z");

afterEach(async () => {
  await database.db.execute(sql`truncate messages, outbox_events cascade`);
  await database.db.execute(sql`delete from graphile_worker._private_jobs`);
});

async function brokenRules(): Promise<string[]> {
  const reports = await checkInvariants(database.db, INVARIANTS);
  return reports.filter(({ violations }) => violations > 0).map(({ name }) => name);
}

async function event(values: Partial<typeof outboxEvents.$inferInsert> = {}): Promise<string> {
  const id = newId();
  await database.db.insert(outboxEvents).values({
    id,
    type: "help.requested",
    urgency: "immediate",
    payload: {},
    occurredAt: AT,
    ...values,
  });
  return id;
}

async function pendingMessage(eventId: string): Promise<void> {
  await database.db.insert(messages).values({
    eventId,
    template: "help-requested",
    urgency: "immediate",
    priority: 1,
    channel: "email",
    recipient: "sophie@example.org",
    timeZone: "Europe/Paris",
    idempotencyKey: eventId,
    subject: "",
    html: "",
    text: "",
    summary: "",
    status: "pending",
    notBefore: AT,
    createdAt: AT,
  });
}

it("finds nothing to say of a database without any application", async () => {
  expect(await brokenRules()).toEqual([]);
});

it("notices an event that nobody will dispatch", async () => {
  await event();
  expect(await brokenRules()).toEqual(["event_has_its_job"]);
});

it("notices an event that was skipped without a reason", async () => {
  const id = await event({ dispatchedAt: AT });
  expect(await brokenRules()).toEqual(["event_is_told"]);
  await database.db.update(outboxEvents).set({ skipReason: "outdated" }).where(eq(outboxEvents.id, id));
  expect(await brokenRules()).toEqual([]);
});

it("notices a message to send that no delivery will take", async () => {
  await pendingMessage(await event({ dispatchedAt: AT }));
  expect(await brokenRules()).toEqual(["pending_message_has_delivery"]);
  await database.db.transaction((tx) => requestDelivery(tx, ["email"]));
  expect(await brokenRules()).toEqual([]);
});
