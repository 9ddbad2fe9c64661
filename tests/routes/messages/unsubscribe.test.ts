import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#app/kernel/ids.ts";
import { mailOptOuts } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { writeMessage } from "#tests/support/messages.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let service: Awaited<ReturnType<typeof startService>>;
const lines: string[] = [];

beforeAll(async () => {
  app = testApp(database, clock);
  for (const level of ["debug", "info", "warn", "error"] as const)
    app.logger[level] = (...told: unknown[]) => void lines.push(JSON.stringify(told));
  service = await startService(app);
});
afterAll(() => service.close());

async function letter(values: Parameters<typeof writeMessage>[2] = {}) {
  const message = await writeMessage(database.db, clock, { topic: "alerts", ...values });
  const path = `/desabonnement/${app.links.sign("unsubscribe", message.id)}`;
  return { ...message, path, recipient: message.recipient ?? "" };
}

const form = { "Content-Type": "application/x-www-form-urlencoded" };
const get = (path: string) => sendRaw(service.port, { path });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  sendRaw(service.port, { path, method: "POST", body, headers: { ...form, ...headers } });

async function refusedBy(address: string) {
  const rows = await database.db
    .select({ topic: mailOptOuts.topic })
    .from(mailOptOuts)
    .where(eq(mailOptOuts.address, sql`${address}::citext`));
  return rows.map(({ topic }) => topic);
}

describe("the link at the foot of a message", () => {
  it("says what will stop, in words and with a masked address, and stops nothing by being opened", async () => {
    const { path, recipient } = await letter();
    const { status, body } = await get(path);
    expect(status).toBe(200);
    expect(body).toContain("les alertes sur les offres");
    expect(body).not.toContain(recipient);
    await sendRaw(service.port, { path, method: "HEAD" });
    expect(await refusedBy(recipient)).toEqual([]);
  });

  it("stops on a press, says so, and takes it back on another", async () => {
    const { path, recipient } = await letter();
    expect(await post(path, "intent=stop")).toMatchObject({ status: 303, headers: { location: path } });
    expect(await refusedBy(recipient)).toEqual(["alerts"]);
    expect((await get(path)).body).toMatch(/C’est noté[\s\S]*Recevoir de nouveau/);
    expect(await post(path, "intent=resume")).toMatchObject({ status: 303, headers: { location: path } });
    expect(await refusedBy(recipient)).toEqual([]);
  });

  it("stops the same topic for the address in any case of its letters, once however often it is pressed", async () => {
    const { recipient } = await letter();
    const shouted = await letter({ recipient: recipient.toUpperCase() });
    await post(shouted.path, "intent=stop");
    await post((await letter({ recipient })).path, "intent=stop");
    expect(await refusedBy(recipient)).toEqual(["alerts"]);
  });

  it.each([
    ["a link of another purpose", (id: string) => app.links.sign("alert", id)],
    ["a message that is gone", () => app.links.sign("unsubscribe", newId())],
    ["a link cut short", (id: string) => app.links.sign("unsubscribe", id).slice(0, -3)],
    ["hardly a link", () => "x"],
  ])("helps the holder of %s, and stops nothing", async (_, token) => {
    const { id, recipient } = await letter();
    const path = `/desabonnement/${token(id)}`;
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.body).toContain("répondez à l’un de nos messages");
    expect((await post(path, "intent=stop")).status).toBe(404);
    expect(await refusedBy(recipient)).toEqual([]);
  });

  it("does not stop what the service must tell", async () => {
    const { path, recipient } = await letter({ topic: null });
    expect((await post(path, "List-Unsubscribe=One-Click")).status).toBe(404);
    expect(await refusedBy(recipient)).toEqual([]);
  });
});

describe("a mail reader that unsubscribes by itself (RFC 8058)", () => {
  const ONE_CLICK = "List-Unsubscribe=One-Click";

  it.each<Record<string, string>>([
    {},
    { Origin: "https://mail.example" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site" },
  ])("stops at once from anywhere, without being redirected: %j", async (headers) => {
    const { path, recipient } = await letter();
    const answer = await post(path, ONE_CLICK, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.location).toBeUndefined();
    expect(await refusedBy(recipient)).toEqual(["alerts"]);
  });

  it("may send its field as multipart", async () => {
    const { path, recipient } = await letter();
    const body = `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n`;
    const headers = { "Content-Type": "multipart/form-data; boundary=b" };
    expect((await post(path, body, headers)).status).toBe(200);
    expect(await refusedBy(recipient)).toEqual(["alerts"]);
  });

  it("opens no other address to writes from elsewhere", async () => {
    const headers = { Origin: "https://mail.example" };
    for (const path of [
      "/compte",
      "/desabonnement",
      "/desabonnement/a/b",
      "/desabonnement/a.data",
      "/notifications",
    ])
      expect((await post(path, ONE_CLICK, headers)).status).toBe(403);
  });
});

it("never writes a token to the log, whatever happens", async () => {
  const { path } = await letter();
  const token = path.split("/").at(-1) ?? "";
  await get(path);
  await get(`${path}.data`);
  await post(path, "intent=stop");
  await post(path, "pas un formulaire", { "Content-Type": "application/json" });
  await get(`${path}/plus-loin`);
  const broken = app.db;
  app.db = new Proxy(broken, {
    get: () => () => {
      throw new Error("The database is away");
    },
  });
  await get(path);
  app.db = broken;
  expect(lines.join("\n")).toContain("/desabonnement/…");
  expect(lines.join("\n")).not.toContain(token);
});
