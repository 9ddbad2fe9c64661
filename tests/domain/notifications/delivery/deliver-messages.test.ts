import { rm } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MessageProvider } from "#app/domain/notifications/delivery/message-provider.ts";
import { readSmsFile } from "#app/infra/sms-sender.server.ts";
import { deliverMessages } from "#app/domain/notifications/delivery/deliver-messages.server.ts";
import { err } from "#app/kernel/result.ts";
import { messageBatches, messages, suppressedAddresses } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { deliveryWorld, takeJob } from "./delivery-world.ts";
import { NOW } from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
let world: Awaited<ReturnType<typeof deliveryWorld>>;
beforeAll(async () => {
  world = await deliveryWorld(database.db, database.url);
});
afterAll(async () => {
  await world.close();
  await rm(world.context.env.SMS_FILE ?? "", { force: true });
});
beforeEach(async () => {
  world.reset();
  await database.db.execute(sql`truncate messages, message_batches cascade`);
  await database.db.execute(sql`delete from stand_in_mails`);
  while (await takeJob(database.db));
});

const HOUR = 3_600_000;
const ten = (given = {}) => Promise.all(Array.from({ length: 10 }, () => world.message(given)));
const subjects = async () => (await world.received()).map(({ subject }) => subject);

describe("sending a message", () => {
  it("keeps the provider's identifier and the time", async () => {
    const id = await world.message();
    await world.deliver();
    const [mail] = await world.received();
    const message = await world.load(id);
    expect(message).toMatchObject({ status: "sent", providerId: mail?.id, sentAt: world.clock.now() });
    expect(mail).toMatchObject({ recipient: message.recipient, subject: message.subject });
    expect(await takeJob(database.db)).toBeNull();
  });

  it("sends codes first, then what is immediate, the oldest first, then the rest", async () => {
    const given = { good: { priority: 2, subject: "rappel" }, code: { priority: 0, subject: "code" } };
    await world.message(given.good);
    await world.message({ subject: "première réponse" });
    await world.message({ subject: "seconde réponse" });
    await world.message(given.code);
    await world.deliver();
    expect(await subjects()).toEqual(["code", "première réponse", "seconde réponse", "rappel"]);
  });

  it("does not send again what is sent", async () => {
    await world.message();
    await world.deliver();
    await world.deliver();
    expect(world.requests).toHaveLength(1);
  });

  it("sends once when the provider's answer is lost", async () => {
    const id = await world.message();
    world.interventions.beforeAnswer = () => "lose";
    await world.deliver();
    expect(await world.load(id)).toMatchObject({
      status: "pending",
      lastError: "application_error (no answer)",
    });
    world.reset();
    await world.untilNothingWaits();
    const mails = await world.received();
    expect(mails).toHaveLength(1);
    expect(await world.load(id)).toMatchObject({ status: "sent", providerId: mails[0]?.id, lastError: null });
  });

  it("gives up at once on what the provider refuses for good, and goes on with the others", async () => {
    const wrong = await world.message({ recipient: "nobody" });
    const right = await world.message();
    await world.deliver();
    expect(await world.load(wrong)).toMatchObject({ status: "failed", lastError: "validation_error (422)" });
    expect(await world.load(right)).toMatchObject({ status: "sent" });
  });

  it("never sends blindly again once the provider may have forgotten the key", async () => {
    const id = await world.message({ firstAttemptAt: world.clock.now(), attempts: 1 });
    await world.advance(20 * HOUR);
    await world.deliver();
    expect(await world.load(id)).toMatchObject({ status: "failed", lastError: "too old: answer unknown" });
    expect(await world.received()).toEqual([]);
  });

  it("still sends, however late, what was never tried", async () => {
    const id = await world.message();
    await world.advance(21 * HOUR);
    await world.deliver();
    expect(await world.load(id)).toMatchObject({ status: "sent" });
  });

  it("sends nothing to an address that takes no mail any more", async () => {
    const stopped = { address: "Perdue@example.org", reason: "bounced", suppressedAt: NOW };
    await database.db.insert(suppressedAddresses).values(stopped);
    const lost = await world.message({ recipient: "perdue@example.org" });
    const other = await world.message();
    await world.deliver();
    expect(await world.load(lost)).toMatchObject({ status: "suppressed", sentAt: null });
    expect(await world.load(other)).toMatchObject({ status: "sent" });
    expect(world.requests).toHaveLength(1);
  });

  it("goes on in a next run after so many requests", async () => {
    for (const recipient of ["a", "b", "c"]) await world.message({ recipient: `${recipient}@example.org` });
    await world.deliver(2);
    expect(world.requests).toHaveLength(2);
    await world.untilNothingWaits();
    expect(world.requests).toHaveLength(3);
  });

  it("makes no request while a transaction is open", async () => {
    await world.message();
    const seen: number[] = [];
    const email: MessageProvider = {
      maxBatchSize: 100,
      send: async () => {
        const [row] = await database.db.execute<{ open: number }>(
          sql`select count(*)::int as open from pg_stat_activity
            where datname = current_database() and state = 'idle in transaction'`,
        );
        seen.push(row?.open ?? -1);
        return err({ kind: "refused", reason: "stop" });
      },
    };
    const providers = { ...world.context.providers, email };
    await deliverMessages({ ...world.context, providers }, "email");
    expect(seen).toEqual([0]);
  });
});

describe("text messages", () => {
  it("are written once to the file, whatever the number of attempts", async () => {
    const file = world.context.env.SMS_FILE ?? "";
    await rm(file, { force: true });
    const text = "Votre code est le 123456.";
    const given = { channel: "sms" as const, recipient: "06 39 98 00 01", text, html: "", priority: 0 };
    const id = await world.message(given);
    await deliverMessages(world.context, "sms");
    expect(await world.load(id)).toMatchObject({ status: "sent" });
    await database.db.update(messages).set({ status: "pending", sentAt: null, providerId: null });
    await deliverMessages(world.context, "sms");
    expect(await readSmsFile(file)).toMatchObject([{ to: "06 39 98 00 01", text }]);
    expect(world.requests).toEqual([]);
  });
});

describe("sending many messages", () => {
  it("hands those of one class over in one request, each with its own answer", async () => {
    const ids = await ten();
    const reminder = await world.message({ priority: 2, urgency: "deferrable" });
    await world.deliver();
    expect(world.requests.map(({ path, mails }) => [path, mails.length])).toEqual([
      ["/emails/batch", 10],
      ["/emails", 1],
    ]);
    const mails = await world.received();
    for (const id of [...ids, reminder]) {
      const message = await world.load(id);
      expect(message.status).toBe("sent");
      expect(mails.find((mail) => mail.id === message.providerId)?.recipient).toBe(message.recipient);
    }
    expect(await database.db.$count(messageBatches, sql`status = 'sent'`)).toBe(1);
  });

  it("repeats the same request when it was killed before it could write the answer", async () => {
    const ids = await ten();
    const { email } = world.context.providers;
    const killed: MessageProvider = {
      ...email,
      send: async (...request) => {
        await email.send(...request);
        throw new Error("killed");
      },
    };
    const providers = { ...world.context.providers, email: killed };
    await expect(deliverMessages({ ...world.context, providers }, "email")).rejects.toThrow("killed");
    // What was written meanwhile is older, and still does not join the batch.
    const late = await world.message({ createdAt: NOW });
    await world.deliver();
    await world.deliver();
    const [first, ...others] = world.requests;
    expect(others.filter(({ key }) => key === first?.key)).toEqual([first]);
    expect(await world.received()).toHaveLength(11);
    for (const id of [...ids, late]) expect((await world.load(id)).status).toBe("sent");
  });

  it("sends one by one the messages of a batch that is refused as a whole", async () => {
    const ids = await ten();
    const wrong = await world.message({ recipient: "nobody" });
    await world.deliver();
    expect(world.requests.map(({ path }) => path)).toEqual(ids.map(() => "/emails"));
    expect(await world.load(wrong)).toMatchObject({ status: "failed" });
    for (const id of ids) {
      const message = await world.load(id);
      expect(message.status).toBe("sent");
      expect(world.requests.some(({ key }) => key === message.idempotencyKey)).toBe(true);
    }
  });

  it("makes no more requests a second than the provider takes", async () => {
    for (let minute = 0; minute < 3; minute += 1) await world.message({ priority: minute });
    const start = world.clock.now().getTime();
    const slow = await deliveryWorld(database.db, database.url, { MAIL_REQUESTS_PER_SECOND: "2" });
    await slow.deliver();
    expect(slow.clock.now().getTime() - NOW.getTime()).toBe(1_000);
    await slow.close();
    expect(world.clock.now().getTime()).toBe(start);
  });

  it("comes back when the provider says so, after too many requests", async () => {
    const id = await world.message();
    world.interventions.refuse = () => 429;
    await world.deliver();
    expect(await world.load(id)).toMatchObject({ status: "pending" });
    world.reset();
    const job = await takeJob(database.db);
    expect(job?.inMs).toBeGreaterThan(1_500);
    expect(job?.inMs).toBeLessThanOrEqual(2_000);
    await world.deliver();
    expect(await world.load(id)).toMatchObject({ status: "sent" });
  });
});

describe("a provider that does not work", () => {
  it("gets everything once and in order after an hour, and few requests meanwhile", async () => {
    let asked = 0;
    const end = world.clock.now().getTime() + HOUR;
    world.interventions.refuse = () => {
      asked += 1;
      return world.clock.now().getTime() < end ? "down" : undefined;
    };
    const written: string[] = [];
    while (world.clock.now().getTime() < end) {
      for (const priority of [2, 1, 0])
        written.push(
          await world.message({ priority, createdAt: world.clock.now(), subject: String(priority) }),
        );
      await world.request();
      await world.advance((await world.nextJob()).inMs);
      await world.deliver();
    }
    expect(asked).toBeLessThan(150);
    await world.untilNothingWaits();
    expect(await database.db.$count(messages, sql`status = 'sent'`)).toBe(written.length);
    const received = await subjects();
    expect(received).toHaveLength(written.length);
    expect(received).toEqual([...received].sort());
  });

  it("lets one message that it cannot digest wait by itself", async () => {
    const poison = await world.message({ recipient: "poison@example.org" });
    const others = [await world.message(), await world.message()];
    const refuseOnce = { left: 1 };
    world.interventions.refuse = () => (refuseOnce.left-- > 0 ? 500 : undefined);
    await world.deliver();
    for (const id of others) expect((await world.load(id)).status).toBe("sent");
    const waiting = await world.load(poison);
    expect(waiting).toMatchObject({ status: "pending", lastError: "application_error (500)" });
    expect(waiting.nextAttemptAt?.getTime()).toBeGreaterThan(world.clock.now().getTime());
    await world.untilNothingWaits();
    expect((await world.load(poison)).status).toBe("sent");
  });
});
