import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { recordWebhookEvent } from "#app/domain/notifications/delivery/record-webhook-event.server.ts";
import type { ProviderWebhookEvent } from "#app/domain/notifications/delivery/webhook-event.ts";
import { newId } from "#app/kernel/ids.ts";
import { messages, outboxEvents, suppressedAddresses } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();
const clock = fakeClock();
let messageId = "";

beforeEach(async () => {
  ({ id: messageId } = await writeMessage(database.db, clock, {
    status: "sent",
    sentAt: clock.now(),
    providerId: newId(),
  }));
});

const tell = (event: Partial<ProviderWebhookEvent>) =>
  recordWebhookEvent(
    { db: database.db, clock },
    {
      id: newId(),
      status: "delivered",
      type: "email.delivered",
      at: clock.now(),
      providerId: null,
      messageId,
      endsAddress: false,
      ...event,
    },
  );
const message = async () => {
  const [row] = await database.db.select().from(messages).where(eq(messages.id, messageId));
  return row;
};

it("keeps the last thing that happened to a message, in whatever order it is told", async () => {
  const later = new Date(clock.now().getTime() + 60_000);
  await tell({ at: later });
  await tell({ status: "delayed", type: "email.delivery_delayed" });
  expect(await message()).toMatchObject({
    status: "sent",
    providerStatus: "delivered",
    providerStatusAt: later,
  });
});

it("makes a failure of a message that the provider could not send", async () => {
  await tell({ status: "failed", type: "email.failed" });
  expect(await message()).toMatchObject({ status: "failed", sentAt: null });
});

it("stops an address that is lost and asks for help once, however often it is told", async () => {
  const before = await database.db.$count(outboxEvents);
  const bounce = { id: newId(), status: "bounced", type: "email.bounced", endsAddress: true } as const;
  for (const _time of [1, 2]) await tell(bounce);
  await tell({ ...bounce, id: newId() });
  const address = (await message())?.recipient ?? "";
  const stopped = eq(suppressedAddresses.address, address);
  expect(await database.db.$count(suppressedAddresses, stopped)).toBe(1);
  expect(await database.db.$count(outboxEvents)).toBe(before + 1);
});

it("changes nothing for a message that nobody knows here", async () => {
  expect(await tell({ messageId: newId(), status: "failed" })).toMatchObject({ ok: true });
  expect(await message()).toMatchObject({ status: "sent", providerStatus: null });
});
