import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnv } from "#app/infra/env.server.ts";
import { createMailer, type Mailer } from "#app/infra/mailer.server.ts";
import {
  startMailStandIn,
  type Interventions,
  type MailStandIn,
} from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { getMail, listMails } from "#app/domain/notifications/mailbox.queries.server.ts";
import { standInMails } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const clock = { now: () => new Date("2027-03-02T09:00:00Z") };
const interventions: Interventions = {};
let standIn: MailStandIn;
let mailer: Mailer;

beforeAll(async () => {
  standIn = await startMailStandIn({ db: database.db, clock, interventions });
  const settings = { SERVICE_MODE: "test", DATABASE_URL: database.url, RESEND_BASE_URL: standIn.url };
  mailer = createMailer(readEnv(settings));
});
afterAll(() => standIn.close());

const mail = {
  idempotencyKey: "event/template/1",
  recipient: "claire@example.org",
  subject: "Objet",
  html: '<p>Bonjour <a href="https://stage.example.org/a?b=1&amp;c=2">ici</a></p>',
  text: "Bonjour\nhttps://stage.example.org/a?b=1&c=2\n",
};
const stored = () => database.db.select().from(standInMails);

function post(body: unknown, headers: Record<string, string> = { Authorization: "Bearer re_test" }) {
  return fetch(`${standIn.url}/emails`, { method: "POST", headers, body: JSON.stringify(body) });
}

describe("the mailer and the stand-in of the provider", () => {
  it("keeps one mail for the same request sent twice, and answers with the same identifier", async () => {
    const first = await mailer.send(mail);
    const second = await mailer.send(mail);
    expect(first.ok && first.value.providerId).toBeTruthy();
    expect(second).toEqual(first);
    expect(await stored()).toHaveLength(1);
  });

  it("keeps one mail for the same request sent ten times at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => mailer.send({ ...mail, idempotencyKey: "event/template/race" })),
    );
    expect(new Set(answers.map((answer) => answer.ok && answer.value.providerId)).size).toBe(1);
    expect(await stored()).toHaveLength(2);
  });

  it("refuses for good another content under the same key", async () => {
    const answer = await mailer.send({ ...mail, subject: "Autre objet" });
    expect(answer).toEqual({
      ok: false,
      error: { permanent: true, reason: "invalid_idempotent_request (409)" },
    });
  });

  it("refuses for good a recipient that is not an address", async () => {
    const answer = await mailer.send({ ...mail, idempotencyKey: "k2", recipient: "claire" });
    expect(answer).toEqual({ ok: false, error: { permanent: true, reason: "validation_error (422)" } });
  });

  it.each([429, 500] as const)("lets a %i be tried again", async (status) => {
    interventions.refuse = () => status;
    const answer = await mailer.send({ ...mail, idempotencyKey: `k${status}` });
    delete interventions.refuse;
    expect(answer).toMatchObject({ ok: false, error: { permanent: false } });
  });

  it("lets an answer that never came be tried again", async () => {
    const nobody = createMailer(
      readEnv({
        SERVICE_MODE: "test",
        DATABASE_URL: database.url,
        RESEND_BASE_URL: "http://127.0.0.1:1",
      }),
    );
    const answer = await nobody.send(mail);
    expect(answer).toEqual({
      ok: false,
      error: { permanent: false, reason: "application_error (no answer)" },
    });
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
    await mailer.send({ ...mail, idempotencyKey: "k3", recipient: "omar@example.org" });
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
    const production = {
      ...{ ...base, SERVICE_MODE: "production", RESEND_API_KEY: "re_real" },
      ...{
        LINK_SECRET: "a secret of at least thirty-two characters",
        RESEND_WEBHOOK_SECRET: "whsec_c2VjcmV0",
      },
      ...{ PUBLIC_URL: "https://stage.fr", MAIL_FROM: "Stage <stage@stage.fr>" },
    };
    expect(() => readEnv({ ...production, RESEND_BASE_URL: standIn.url })).toThrow("RESEND_BASE_URL");
    expect(() => createMailer(readEnv(production))).not.toThrow();
  });
});
