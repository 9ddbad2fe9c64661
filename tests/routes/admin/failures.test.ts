import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "#app/kernel/ids.ts";
import { action, loader } from "#app/routes/admin/failures.tsx";
import { messages } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let admin: { id: string };
let cookie = "";

beforeAll(async () => {
  app = testApp(database, clock);
  const make = factories(database.db, clock);
  admin = await make.person();
  await make.affiliate(admin.id, "admin");
});
beforeEach(async () => {
  cookie = await cookieOf(app, admin.id);
  await database.db.delete(messages);
});

const fail = (values: Parameters<typeof writeMessage>[2] = {}) =>
  writeMessage(database.db, clock, { status: "failed", lastError: "too old", attempts: 3, ...values });
const read = (query = "") => loader(routeArgs(app, { path: `/admin/messages/echecs${query}`, cookie }));
const decide = (intent: string, choix: string[]) =>
  statusOf(() => action(routeArgs(app, { path: "/admin/messages/echecs", cookie, form: { intent, choix } })));
async function stateOf(id: string) {
  const [row] = await database.db.select().from(messages).where(eq(messages.id, id));
  return row;
}

describe("messages given up", () => {
  it("are listed the oldest first, with their reason and age, until somebody decides", async () => {
    const old = await fail({ createdAt: new Date(clock.now().getTime() - 2 * 86_400_000) });
    const young = await fail();
    await writeMessage(database.db, clock);
    const { list } = await read();
    expect(list?.messages.map(({ id, ageMinutes }) => [id, ageMinutes])).toEqual([
      [old.id, 2880],
      [young.id, 0],
    ]);
    expect(list?.messages[0]).toMatchObject({ lastError: "too old", attempts: 3 });
  });

  it("are chosen by reading the page: nothing changes before the decision", async () => {
    const [one, two] = [await fail(), await fail()];
    const { chosen } = await read(`?choix=${one.id}&choix=${two.id}&choix=x&choix=${newId()}`);
    expect(chosen?.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    expect((await stateOf(one.id))?.status).toBe("failed");
  });

  it("ask for a choice when none was made, or when others have settled what was chosen", async () => {
    await fail();
    const { id } = await writeMessage(database.db, clock);
    for (const query of ["?choisir=oui", `?choix=${id}`])
      expect((await read(query)).list?.noneChosen).toBe(true);
  });

  it("leave again together, under new keys", async () => {
    const [one, two] = [await fail(), await fail()];
    const answer = await decide("retry", [one.id, two.id]);
    expect(answer).toMatchObject({ status: 303, location: "/admin/messages/echecs?fait=renvoyer&nombre=2" });
    for (const { id, idempotencyKey } of [one, two]) {
      const row = await stateOf(id);
      expect(row?.status).toBe("pending");
      expect(row?.idempotencyKey).not.toBe(idempotencyKey);
    }
  });

  it("stay unsent when an administrator says so, and tell who and when", async () => {
    const { id } = await fail();
    const answer = await decide("dismiss", [id]);
    expect(answer.location).toBe("/admin/messages/echecs?fait=laisser&nombre=1");
    expect(await stateOf(id)).toMatchObject({
      status: "failed",
      dismissedAt: clock.now(),
      dismissedBy: admin.id,
    });
    expect((await read()).list?.messages).toEqual([]);
    expect((await decide("dismiss", [id])).location).toContain("nombre=0");
  });

  it("count only those that were still to decide", async () => {
    const [one, sent] = [await fail(), await writeMessage(database.db, clock)];
    const answer = await decide("retry", [one.id, sent.id, newId()]);
    expect(answer.location).toBe("/admin/messages/echecs?fait=renvoyer&nombre=1");
  });

  it.each([
    ["no choice", "retry", []],
    ["an unknown decision", "effacer", [newId()]],
    ["what is no message", "dismiss", ["x"]],
    ["more than a page", "dismiss", Array.from({ length: 51 }, newId)],
  ] as [string, string, string[]][])("refuse %s", async (_, intent, choix) => {
    expect((await decide(intent, choix)).status).toBe(400);
  });
});
