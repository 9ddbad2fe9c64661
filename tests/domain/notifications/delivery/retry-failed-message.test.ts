import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { retryFailedMessage } from "#app/domain/notifications/delivery/retry-failed-message.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { testDatabase } from "#tests/support/database.ts";
import { deliveryWorld, takeJob } from "./delivery-world.ts";
import { NOW } from "../messaging-world.ts";

const database = testDatabase();
const HOUR = 3_600_000;
let world: Awaited<ReturnType<typeof deliveryWorld>>;
beforeAll(async () => {
  world = await deliveryWorld(database.db, database.url);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.reset();
  await database.db.execute(sql`truncate messages, message_batches, stand_in_mails cascade`);
  while (await takeJob(database.db));
});

describe("a message that was given up", () => {
  const admin = {
    personId: newId(),
    firstName: "Ada",
    lastName: "Min",
    affiliations: [{ role: "admin" as const, schoolUai: null, organisationId: null, academyCode: null }],
  };
  const retry = (messageId: string, actor: Actor = admin) =>
    retryFailedMessage({ db: database.db, clock: world.clock, actor }, { messageId });

  it("is sent again by an administrator under a new key, with its past", async () => {
    const given = { firstAttemptAt: world.clock.now(), attempts: 3, dismissedAt: NOW };
    const id = await world.message({ ...given, status: "failed", lastError: "too old: answer unknown" });
    const { idempotencyKey } = await world.load(id);
    expect(await retry(id)).toMatchObject({ ok: true });
    await world.advance(30 * HOUR);
    await world.untilNothingWaits();
    expect(await world.load(id)).toMatchObject({ status: "sent", attempts: 4, dismissedAt: null });
    expect(world.requests.map(({ key }) => key)).toEqual([`${idempotencyKey}/retry-1`]);
    expect(await retry(id)).toMatchObject({ ok: false, error: { code: "not_failed", status: "sent" } });
  });

  it("counts its retries in its key", async () => {
    const id = await world.message({ status: "failed", idempotencyKey: "event/essai/x/retry-9" });
    await retry(id);
    expect((await world.load(id)).idempotencyKey).toBe("event/essai/x/retry-10");
  });

  it("is nothing to anyone else", async () => {
    const id = await world.message({ status: "failed" });
    const other = { ...admin, affiliations: [] };
    expect(await retry(id, other)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await retry(newId())).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect((await world.load(id)).status).toBe("failed");
  });
});
