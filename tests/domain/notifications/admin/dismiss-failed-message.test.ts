import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { dismissFailedMessage } from "#app/domain/notifications/admin/dismiss-failed-message.server.ts";
import { messages } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();

it("leaves a failed message unsent by the decision of an administrator, once", async () => {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const [admin, other] = [await make.person(), await make.person()];
  await make.affiliate(admin.id, "admin");
  const failed = await writeMessage(database.db, clock, { status: "failed" });
  const sent = await writeMessage(database.db, clock, { status: "sent", sentAt: clock.now() });
  const notFound = { ok: false, error: { code: "not_found" } };
  const dismiss = async (personId: string, messageId: string) =>
    dismissFailedMessage(await make.as(personId), { messageId });

  expect(await dismiss(other.id, failed.id)).toEqual(notFound);
  expect(await dismiss(admin.id, sent.id)).toEqual(notFound);
  expect(await dismiss(admin.id, failed.id)).toEqual({ ok: true });
  const [row] = await database.db.select().from(messages).where(eq(messages.id, failed.id));
  expect(row).toMatchObject({ status: "failed", dismissedBy: admin.id, dismissedAt: clock.now() });
  expect(await dismiss(admin.id, failed.id)).toEqual(notFound);
});
