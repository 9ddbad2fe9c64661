import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findLetterAccess } from "#app/domain/guardians/guardians.queries.server.ts";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { verifyLetterCode } from "#app/domain/guardians/verify-letter-code.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { guardianCodes } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const MINUTE = 1 / 1440;

let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let guardianId = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
});
beforeEach(async () => {
  guardianId = await make.guardianOf((await world.newPupil()).id);
});

async function ask(): Promise<string> {
  const outcome = await requestLetterCode(app, { guardianId });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.codeId;
}
const type = (code: string) => verifyLetterCode(app, { guardianId, code });
const wrong = (codeId: string) => (app.links.codeFor(codeId) === "000000" ? "111111" : "000000");
const accessOf = (secret: string) => findLetterAccess(app, { guardianId, secret });

describe("a code to read a letter", () => {
  it("opens the letters for half an hour, and only once", async () => {
    const code = app.links.codeFor(await ask());
    const opened = await type(code);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await accessOf(opened.value.secret)).toEqual(opened.value.expiresAt);
    expect(await type(code)).toEqual({ ok: false, error: { code: "already_used" } });
    clock.advanceDays(30 * MINUTE);
    expect(await accessOf(opened.value.secret)).toBeNull();
  });

  it("keeps no secret: neither the code nor what the cookie holds", async () => {
    const codeId = await ask();
    const code = app.links.codeFor(codeId);
    const opened = await type(code);
    const [row] = await database.db.select().from(guardianCodes).where(eq(guardianCodes.id, codeId));
    const kept = JSON.stringify(row);
    expect(opened.ok && kept.includes(opened.value.secret)).toBe(false);
    expect(Object.values(row ?? {})).not.toContain(code);
  });

  it("is worth nothing after ten minutes", async () => {
    const code = app.links.codeFor(await ask());
    clock.advanceDays(10 * MINUTE);
    expect(await type(code)).toEqual({ ok: false, error: { code: "no_code" } });
  });

  it("bears five tries, the right code among them, and then no more", async () => {
    const codeId = await ask();
    for (const triesLeft of [4, 3, 2, 1])
      expect(await type(wrong(codeId))).toEqual({ ok: false, error: { code: "wrong_code", triesLeft } });
    expect(await type(wrong(codeId))).toEqual({ ok: false, error: { code: "too_many_tries" } });
    expect(await type(app.links.codeFor(codeId))).toEqual({ ok: false, error: { code: "too_many_tries" } });
  });

  it("bears five tries, also when they come all at once", async () => {
    const codeId = await ask();
    const answers = await Promise.all(Array.from({ length: 12 }, () => type(wrong(codeId))));
    const counted = answers.filter((answer) => !answer.ok && answer.error.code === "wrong_code");
    expect(counted).toHaveLength(4);
    const [row] = await database.db.select().from(guardianCodes).where(eq(guardianCodes.id, codeId));
    expect(row?.attempts).toBe(5);
  });

  it("is used by one request of several at the same time", async () => {
    const code = app.links.codeFor(await ask());
    const answers = await Promise.all([type(code), type(code), type(code)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("of one representative opens nothing for another", async () => {
    const opened = await type(app.links.codeFor(await ask()));
    if (!opened.ok) throw new Error(opened.error.code);
    const other = await make.guardianOf((await world.newPupil()).id);
    expect(await findLetterAccess(app, { guardianId: other, secret: opened.value.secret })).toBeNull();
    expect(await verifyLetterCode(app, { guardianId: other, code: "123456" })).toEqual({
      ok: false,
      error: { code: "no_code" },
    });
  });
});
