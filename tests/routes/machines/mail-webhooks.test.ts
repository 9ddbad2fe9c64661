import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { restoreAddress } from "#app/domain/notifications/delivery/restore-address.server.ts";
import { getOwnSuppression } from "#app/domain/notifications/delivery/suppressions.queries.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { action } from "#app/routes/machines/mail-webhooks.ts";
import { messages, outboxEvents, suppressedAddresses } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { signedNotice } from "./signed-notice.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let messageId: string;
let person: { id: string; email: string };

beforeAll(async () => {
  app = testApp(database, clock);
  const { id } = await factories(database.db, clock).person();
  person = { id, email: "lea@example.org" };
  await database.db.execute(sql`update persons set email = ${person.email} where id = ${id}`);
});

beforeEach(async () => {
  await database.db.execute(sql`truncate messages, provider_webhook_events, suppressed_addresses`);
  await database.db.delete(outboxEvents);
  messageId = newId();
  await database.db.insert(messages).values({
    id: messageId,
    template: "essai",
    urgency: "immediate",
    priority: 1,
    channel: "email",
    recipient: "Lea@example.org",
    timeZone: "Europe/Paris",
    status: "sent",
    sentAt: clock.now(),
    idempotencyKey: "event/essai/1",
    subject: "Objet",
    html: "<p>Bonjour</p>",
    text: "Bonjour",
    summary: "Bonjour",
    notBefore: clock.now(),
    createdAt: clock.now(),
    providerId: "provider-1",
  });
});

const minutes = (count: number) => new Date(clock.now().getTime() + count * 60_000);
const about = { email_id: "provider-1", to: ["lea@example.org"] };
async function tell(
  type: string,
  data: Record<string, unknown> = about,
  at = minutes(1),
  id = `msg_${newId()}`,
) {
  const { args } = signedNotice(app, { type, data, at, id });
  return (await action(args())).status;
}
async function message() {
  const [row] = await database.db.select().from(messages).where(eq(messages.id, messageId));
  return row;
}
const suppressed = () => database.db.select().from(suppressedAddresses);
const events = () => database.db.select({ payload: outboxEvents.payload }).from(outboxEvents);

describe("what the mail provider tells", () => {
  it("is kept with the message, the latest word last whatever the order of arrival", async () => {
    expect(await tell("email.delivered", about, minutes(2))).toBe(200);
    expect(await tell("email.delivery_delayed", about, minutes(1))).toBe(200);
    expect(await message()).toMatchObject({ providerStatus: "delivered", providerStatusAt: minutes(2) });
    expect(await suppressed()).toEqual([]);
  });

  it("finds by its own name a message whose answer never came", async () => {
    await database.db.update(messages).set({ status: "pending", sentAt: null, providerId: null });
    const named = { email_id: "provider-2", tags: { message: messageId } };
    expect(await tell("email.delivered", named)).toBe(200);
    expect(await message()).toMatchObject({ providerStatus: "delivered", providerId: "provider-2" });
  });

  it.each([
    ["email.bounced", { bounce: { type: "Permanent", subType: "General", message: "" } }, "bounced"],
    ["email.suppressed", { suppressed: { type: "Bounce", message: "" } }, "bounced"],
    ["email.complained", {}, "complained"],
  ])("stops the address after %s, and has it told by another way, once", async (type, more, reason) => {
    await tell(type, { ...about, ...more });
    await tell(type, { ...about, ...more });
    expect(await suppressed()).toMatchObject([{ address: "Lea@example.org", reason }]);
    expect(await events()).toEqual([{ payload: { messageId } }]);
  });

  it("keeps an address that refuses mail for a while", async () => {
    await tell("email.bounced", {
      ...about,
      bounce: { type: "Transient", subType: "MailboxFull", message: "" },
    });
    expect(await message()).toMatchObject({ providerStatus: "bounced" });
    expect(await suppressed()).toEqual([]);
  });

  it("makes a message that was taken and could not be sent a failed one", async () => {
    await tell("email.failed", { ...about, failed: { reason: "reached_daily_quota" } });
    expect(await message()).toMatchObject({ status: "failed", sentAt: null, providerStatus: "failed" });
  });

  it("says nothing of a message sent again since", async () => {
    await tell("email.bounced", { email_id: "provider-0", tags: { message: messageId } });
    expect(await message()).toMatchObject({ providerStatus: null });
  });

  it("may be about someone we do not know, or about something else", async () => {
    expect(await tell("email.delivered", { email_id: "provider-9" })).toBe(200);
    expect(await tell("contact.created", {})).toBe(200);
    expect(await events()).toEqual([]);
  });

  it("counts once when it is told twice, also at the same time", async () => {
    const at = minutes(1);
    await Promise.all([1, 2, 3].map(() => tell("email.complained", about, at, "msg_same")));
    expect(await events()).toHaveLength(1);
    expect(await database.db.execute(sql`select id from provider_webhook_events`)).toEqual([
      { id: "msg_same" },
    ]);
  });
});

describe("what does not come from the mail provider", () => {
  const notice = (more = {}) =>
    signedNotice(app, { type: "email.complained", at: clock.now(), data: about, ...more });

  it("is refused when the signature is of another content, of another key, or missing", async () => {
    const { body, args } = notice();
    expect((await action(args(body.replace("provider-1", "provider-2")))).status).toBe(401);
    const other = { ...app, env: { ...app.env, RESEND_WEBHOOK_SECRET: "whsec_b3RoZXI=" } };
    const foreign = signedNotice(other, { type: "email.complained", at: clock.now(), data: about }).args();
    expect((await action({ ...foreign, context: { ...foreign.context, app } })).status).toBe(401);
    const bare = { ...args(), request: new Request("http://localhost:3000/", { method: "POST", body }) };
    expect((await action(bare)).status).toBe(401);
    expect(await suppressed()).toEqual([]);
  });

  it("is refused when it was signed long ago", async () => {
    const answer = await action(notice({ signedAt: Date.now() - 3_600_000 }).args());
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ error: "bad_signature" });
  });

  it("is refused when it is too large", async () => {
    const { args } = notice();
    expect((await action(args("x".repeat(100_001)))).status).toBe(413);
  });

  it("is refused, though it was signed, when it holds what nothing can keep", async () => {
    const nul = "a\0b";
    const unreadable = [
      notice({ type: nul }),
      notice({ data: { ...about, email_id: nul } }),
      notice({ data: { ...about, email_id: "x".repeat(101) } }),
      notice({ at: new Date(-200_000_000_000_000) }),
      notice({ at: new Date(8_000_000_000_000_000) }),
      notice({ data: "text" }),
    ];
    for (const { args } of unreadable) {
      const answer = await action(args());
      expect([answer.status, await answer.json()]).toEqual([400, { error: "unreadable" }]);
    }
    const { args } = notice({ data: { ...about, tags: { message_id: nul, [nul]: nul } } });
    expect((await action(args())).status).toBe(200);
  });

  it("is nothing to a demonstration without key", async () => {
    const keyless = { ...app, env: { ...app.env, RESEND_WEBHOOK_SECRET: undefined } };
    const { args } = notice();
    expect((await action({ ...args(), context: { ...args().context, app: keyless } })).status).toBe(404);
  });
});

describe("the owner of a stopped address", () => {
  it("sees why, and has mail sent to it again", async () => {
    await tell("email.complained");
    const owner = await factories(database.db, clock).as(person.id);
    expect(await getOwnSuppression(database.db, owner.actor)).toMatchObject({ reason: "complained" });
    expect(await restoreAddress(owner)).toMatchObject({ ok: true });
    expect(await getOwnSuppression(database.db, owner.actor)).toBeNull();
    expect(await suppressed()).toEqual([]);
  });
});
