import { expect, it } from "vitest";
import { unsubscribe } from "#app/domain/notifications/inbox/unsubscribe.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { mailOptOuts } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();
const clock = fakeClock();
const optOuts = () =>
  database.db.select({ address: mailOptOuts.address, topic: mailOptOuts.topic }).from(mailOptOuts);

it("stops the topic of a message for its address, as often as it is pressed, and takes it back", async () => {
  const ctx = { db: database.db, clock };
  const values = { topic: "reminders", recipient: "helene@example.org" } as const;
  const { id: messageId } = await writeMessage(database.db, clock, values);
  for (const _press of [1, 2])
    expect(await unsubscribe(ctx, { messageId })).toEqual({ ok: true, value: { topic: "reminders" } });
  expect(await optOuts()).toEqual([{ address: "helene@example.org", topic: "reminders" }]);
  await unsubscribe(ctx, { messageId, undo: true });
  expect(await optOuts()).toEqual([]);
});

it("knows nothing of a message that is not there, or that cannot be refused", async () => {
  const ctx = { db: database.db, clock };
  const { id } = await writeMessage(database.db, clock, { topic: null });
  for (const messageId of [id, newId()])
    expect(await unsubscribe(ctx, { messageId })).toEqual({ ok: false, error: { code: "not_found" } });
});
