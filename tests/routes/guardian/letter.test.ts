import { desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action, loader } from "#app/routes/guardian/application.tsx";
import { action as codeAction, loader as codeLoader } from "#app/routes/guardian/letter-code.tsx";
import { guardianCodes } from "#db/schema/index.ts";
import { statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { follow, guardianArgs, LETTER, type Followed } from "./guardian-world.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let family: Followed;

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
});
beforeEach(async () => {
  family = await follow(app, make, world);
});

const post = (form: Record<string, string>, cookie?: string) =>
  statusOf(() => codeAction(guardianArgs(app, family, { page: "/code", form, ...(cookie && { cookie }) })));
const read = (cookie?: string) => loader(guardianArgs(app, family, cookie ? { cookie } : {}));

async function sentCode(): Promise<string> {
  expect(await post({ intent: "send" })).toMatchObject({ status: 303 });
  const [row] = await database.db
    .select({ id: guardianCodes.id })
    .from(guardianCodes)
    .where(eq(guardianCodes.guardianId, family.guardianId))
    .orderBy(desc(guardianCodes.createdAt));
  return app.links.codeFor(row?.id ?? "");
}

async function openedCookie(): Promise<string> {
  const answer = await post({ intent: "verify", code: await sentCode() });
  if (!(answer.value instanceof Response)) throw new Error("The code was refused");
  return answer.value.headers.get("Set-Cookie") ?? "";
}

describe("reading a letter", () => {
  it("takes a code, which the page never shows", async () => {
    expect(await read()).toMatchObject({ letter: null });
    const code = await sentCode();
    const page = await codeLoader(guardianArgs(app, family, { page: "/code" }));
    expect(page).toMatchObject({ destination: { by: "email", hint: "p•••@example.org" } });
    expect(JSON.stringify(page)).not.toContain(code);
  });

  it("opens with the code, typed by three digits, in this browser and below this link only", async () => {
    const code = await sentCode();
    const answer = await post({ intent: "verify", code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(answer).toMatchObject({
      status: 303,
      location: `/suivi/${family.token}/candidatures/${family.applicationId}#lettre`,
    });
    const header = answer.value instanceof Response ? (answer.value.headers.get("Set-Cookie") ?? "") : "";
    expect(header).toContain(`Path=/suivi/${family.token};`);
    expect(header).toContain("HttpOnly");
    expect(header).toMatch(/Max-Age=1800/);
    const cookie = header.split(";")[0] ?? "";
    expect(await read(cookie)).toMatchObject({ letter: { text: LETTER } });
    expect(await read()).toMatchObject({ letter: null });
    expect(await statusOf(() => codeLoader(guardianArgs(app, family, { cookie })))).toMatchObject({
      status: 302,
    });
  });

  it("opens nothing of another pupil with the same cookie", async () => {
    const cookie = (await openedCookie()).split(";")[0] ?? "";
    const other = await follow(app, make, world);
    expect(await loader(guardianArgs(app, other, { cookie }))).toMatchObject({ letter: null });
  });

  it("ends with the button that closes it, whatever the browser keeps", async () => {
    const cookie = (await openedCookie()).split(";")[0] ?? "";
    const closed = await statusOf(() => action(guardianArgs(app, family, { form: {}, cookie })));
    expect(closed.status).toBe(303);
    expect(await read(cookie)).toMatchObject({ letter: null });
  });

  it.each([
    ["nothing", "", 422],
    ["letters", "abcdef", 422],
    ["five digits", "12345", 422],
  ])("answers %s kindly, and keeps what was typed", async (_, code, status) => {
    await sentCode();
    const answer = await post({ intent: "verify", code });
    expect(answer.status).toBe(status);
    expect(answer.value).toMatchObject({ data: { values: { intent: "verify", ...(code && { code }) } } });
  });

  it("says how many tries a wrong code leaves", async () => {
    const right = await sentCode();
    const code = right === "123456" ? "654321" : "123456";
    const answer = await post({ intent: "verify", code });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.value)).toContain("Il reste 4 essais");
    expect(answer.value).toMatchObject({ data: { values: { code } } });
  });

  it("says that a code is too old", async () => {
    const code = await sentCode();
    clock.advanceDays(11 / 1440);
    expect(JSON.stringify((await post({ intent: "verify", code })).value)).toContain("plus valable");
  });

  it("stops sending codes after six in an hour", async () => {
    for (let sent = 0; sent < 6; sent += 1)
      expect(await post({ intent: "send" })).toMatchObject({ status: 303 });
    expect(await post({ intent: "send" })).toMatchObject({ status: 429 });
  });
});
