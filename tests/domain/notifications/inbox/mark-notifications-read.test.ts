import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { markNotificationsRead } from "#app/domain/notifications/inbox/mark-notifications-read.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { messages } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let reader: ActorContext;

beforeAll(async () => {
  make = factories(database.db, clock);
});
beforeEach(async () => {
  reader = await make.as((await make.person()).id);
});

const received = async (personId = reader.actor.personId) =>
  (await writeMessage(database.db, clock, { personId })).id;
const readAt = async (id: string) => {
  const [row] = await database.db.select({ at: messages.readAt }).from(messages).where(eq(messages.id, id));
  return row?.at ?? null;
};

it("marks one message, and keeps the first date at which it was read", async () => {
  const [messageId, other] = [await received(), await received()];
  const first = clock.now();
  await markNotificationsRead(reader, { messageId });
  clock.advanceDays(1);
  await markNotificationsRead(reader, { messageId });
  expect(await readAt(messageId)).toEqual(first);
  expect(await readAt(other)).toBeNull();
});

it("marks all that could be seen at an instant, not what came since", async () => {
  const seen = await received();
  const until = clock.now();
  clock.advanceDays(1);
  const late = await received();
  await markNotificationsRead(reader, { until });
  expect(await readAt(seen)).toEqual(clock.now());
  expect(await readAt(late)).toBeNull();
});

it("marks nobody else's", async () => {
  const messageId = await received((await make.person()).id);
  await markNotificationsRead(reader, { messageId });
  await markNotificationsRead(reader, { until: clock.now() });
  expect(await readAt(messageId)).toBeNull();
});
