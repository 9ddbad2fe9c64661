import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readEnv } from "#app/infra/env.server.ts";
import type {
  MessageProvider,
  OutgoingMessage,
} from "#app/domain/notifications/delivery/message-provider.ts";
import { createMailer } from "#app/infra/mailer.server.ts";
import {
  startMailStandIn,
  type Interventions,
  type MailStandIn,
  type SendingRequest,
} from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { getMail, listMails } from "#app/domain/notifications/admin/mailbox.queries.server.ts";
import { standInMails } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { PRODUCTION } from "#tests/support/production-settings.ts";

const database = testDatabase();
const clock = { now: () => new Date("2027-03-02T09:00:00Z") };
const interventions: Interventions = {};
let standIn: MailStandIn;
let mailer: MessageProvider;

beforeAll(async () => {
  standIn = await startMailStandIn({ db: database.db, clock, interventions });
  const settings = { SERVICE_MODE: "test", DATABASE_URL: database.url, RESEND_BASE_URL: standIn.url };
  mailer = createMailer(readEnv(settings));
});
afterAll(() => standIn.close());
beforeEach(async () => {
  await database.db.delete(standInMails);
});

const mail: OutgoingMessage = {
  messageId: "01f3c0de-0000-7000-8000-000000000001",
  recipient: "claire@example.org",
  subject: "Objet",
  html: '<p>Bonjour <a href="https://stage.example.org/a?b=1&amp;c=2">ici</a></p>',
  text: "Bonjour\nhttps://stage.example.org/a?b=1&c=2\n",
  unsubscribeUrl: null,
};
const KEY = "event/template/1";
const stored = () => database.db.select().from(standInMails);

function post(body: unknown, headers: Record<string, string> = { Authorization: "Bearer re_test" }) {
  return fetch(`${standIn.url}/emails`, { method: "POST", headers, body: JSON.stringify(body) });
}

describe("the mailer and the stand-in of the provider", () => {
  it("keeps one mail for the same request sent twice, and answers with the same identifier", async () => {
    const first = await mailer.send(KEY, [mail]);
    const second = await mailer.send(KEY, [mail]);
    expect(first.ok && first.value[0]).toBeTruthy();
    expect(second).toEqual(first);
    expect(await stored()).toHaveLength(1);
  });

  it("keeps one mail for the same request sent ten times at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => mailer.send("event/template/race", [mail])),
    );
    expect(new Set(answers.map((answer) => answer.ok && answer.value[0])).size).toBe(1);
    expect(await stored()).toHaveLength(1);
  });

  it("keeps each mail of a batch once, and answers with their identifiers in order", async () => {
    const messages = ["a", "b", "c"].map((name) => ({ ...mail, recipient: `${name}@example.org` }));
    const [first, second] = [await mailer.send("batch/1", messages), await mailer.send("batch/1", messages)];
    expect(second).toEqual(first);
    const mails = await stored();
    expect(mails).toHaveLength(3);
    const ids = first.ok ? first.value : [];
    expect(ids.map((id) => mails.find((one) => one.id === id)?.recipient)).toEqual(
      messages.map(({ recipient }) => recipient),
    );
  });

  it("sends nothing of a batch with one wrong address", async () => {
    const answer = await mailer.send("batch/2", [mail, { ...mail, recipient: "claire" }]);
    expect(answer).toEqual({ ok: false, error: { kind: "refused", reason: "validation_error (422)" } });
    expect(await stored()).toEqual([]);
  });

  it("gives every mail the name of its message, and one click to refuse what can be refused", async () => {
    const requests: SendingRequest[] = [];
    interventions.beforeAnswer = (request) => void requests.push(request);
    await mailer.send("key/1", [{ ...mail, unsubscribeUrl: "https://stage.example.org/desabonnement/t" }]);
    await mailer.send("key/2", [mail]);
    delete interventions.beforeAnswer;
    expect(requests.flatMap(({ mails }) => mails.map(({ headers, tags }) => ({ headers, tags })))).toEqual([
      {
        headers: {
          "List-Unsubscribe": "<https://stage.example.org/desabonnement/t>",
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
        tags: [{ name: "message", value: mail.messageId }],
      },
      { headers: {}, tags: [{ name: "message", value: mail.messageId }] },
    ]);
  });

  it("tells another content under the same key from a wrong request", async () => {
    await mailer.send(KEY, [mail]);
    const answer = await mailer.send(KEY, [{ ...mail, subject: "Autre objet" }]);
    expect(answer).toEqual({
      ok: false,
      error: { kind: "conflict", reason: "invalid_idempotent_request (409)" },
    });
  });

  it("refuses for good a recipient that is not an address", async () => {
    const answer = await mailer.send("k2", [{ ...mail, recipient: "claire" }]);
    expect(answer).toEqual({ ok: false, error: { kind: "refused", reason: "validation_error (422)" } });
  });

  it.each([
    [500, { kind: "trouble", reason: "application_error (500)" }],
    [503, { kind: "trouble", reason: "application_error (503)" }],
    ["down", { kind: "trouble", reason: "application_error (no answer)" }],
    [429, { kind: "busy", reason: "rate_limit_exceeded (429)", waitMs: 2_000 }],
  ] as const)("lets a provider that is %s be asked again", async (trouble, error) => {
    interventions.refuse = () => trouble;
    const answer = await mailer.send(`k${trouble}`, [mail]);
    delete interventions.refuse;
    expect(answer).toEqual({ ok: false, error });
  });

  it("answers in the provider's words", async () => {
    const noKey = await post(mail, {});
    expect(noKey.status).toBe(401);
    expect(await noKey.json()).toMatchObject({ statusCode: 401, name: "missing_api_key" });
    const noRecipient = await post({ from: "a@example.org", subject: "s", text: "t" });
    expect(noRecipient.status).toBe(422);
    expect(await noRecipient.json()).toMatchObject({ name: "missing_required_field" });
    expect((await fetch(`${standIn.url}/emails`)).status).toBe(404);
  });

  it("gives back what it received, newest first, by recipient, with the links", async () => {
    await mailer.send("k2", [mail]);
    await mailer.send("k3", [{ ...mail, recipient: "omar@example.org" }]);
    const { mails, next } = await listMails(database.db, {});
    expect(mails[0]?.to).toBe("omar@example.org");
    expect(next).toBeNull();
    const filtered = await listMails(database.db, { address: "OMAR@example.org " });
    expect(filtered.mails).toHaveLength(1);
    const detail = await getMail(database.db, mails[0]?.id);
    expect(detail).toMatchObject({ subject: "Objet", html: mail.html, text: mail.text, at: clock.now() });
    expect(detail?.links).toEqual(["https://stage.example.org/a?b=1&c=2"]);
    expect(await getMail(database.db, "1")).toBeNull();
  });
});

describe("where mails may go", () => {
  const base = { DATABASE_URL: "postgres://localhost/base" };

  it("never lets the demonstration reach the provider, whatever the keys", () => {
    const env = readEnv({ ...base, SERVICE_MODE: "demonstration", RESEND_API_KEY: "re_real" });
    expect(() => createMailer(env)).toThrow("RESEND_BASE_URL");
  });

  it("refuses a stand-in in production", () => {
    expect(() => readEnv({ ...PRODUCTION, RESEND_BASE_URL: standIn.url })).toThrow("RESEND_BASE_URL");
    expect(() => createMailer(readEnv(PRODUCTION))).not.toThrow();
  });
});
