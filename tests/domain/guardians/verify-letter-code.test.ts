import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { findLetterAccess } from "#app/domain/guardians/guardians.queries.server.ts";
import { verifyLetterCode } from "#app/domain/guardians/verify-letter-code.server.ts";
import { guardianCodes } from "#db/schema/index.ts";
import { guardianStory, MINUTE } from "./guardian-story.ts";

const { database, clock, now, ask, type, open, accessOf } = guardianStory();
const codeFor = (codeId: string) => now().app.links.codeFor(codeId);
const wrong = (codeId: string) => (codeFor(codeId) === "000000" ? "111111" : "000000");

describe("a code to read a letter", () => {
  it("opens the letters for half an hour, and only once", async () => {
    const code = codeFor(await ask());
    const opened = await type(code);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await accessOf(opened.value.secret)).toEqual(opened.value.expiresAt);
    expect(await type(code)).toEqual({ ok: false, error: { code: "already_used" } });
    clock.advanceDays(30 * MINUTE);
    expect(await accessOf(opened.value.secret)).toBeNull();
  });

  it("keeps no secret: neither the code nor what the cookie holds", async () => {
    const codeId = await ask();
    const code = codeFor(codeId);
    const opened = await type(code);
    const [row] = await database.db.select().from(guardianCodes).where(eq(guardianCodes.id, codeId));
    const kept = JSON.stringify(row);
    expect(opened.ok && kept.includes(opened.value.secret)).toBe(false);
    expect(Object.values(row ?? {})).not.toContain(code);
  });

  it("is worth nothing after ten minutes", async () => {
    const code = codeFor(await ask());
    clock.advanceDays(10 * MINUTE);
    expect(await type(code)).toEqual({ ok: false, error: { code: "no_code" } });
  });

  it("bears five tries, the right code among them, and then no more", async () => {
    const codeId = await ask();
    for (const triesLeft of [4, 3, 2, 1])
      expect(await type(wrong(codeId))).toEqual({ ok: false, error: { code: "wrong_code", triesLeft } });
    expect(await type(wrong(codeId))).toEqual({ ok: false, error: { code: "too_many_tries" } });
    expect(await type(codeFor(codeId))).toEqual({ ok: false, error: { code: "too_many_tries" } });
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
    const code = codeFor(await ask());
    const answers = await Promise.all([type(code), type(code), type(code)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("of one representative opens nothing for another", async () => {
    const { secret } = await open();
    const { app, make, world } = now();
    const other = await make.guardianOf((await world.newPupil()).id);
    expect(await findLetterAccess(app, { guardianId: other, secret })).toBeNull();
    expect(await verifyLetterCode(app, { guardianId: other, code: "123456" })).toEqual({
      ok: false,
      error: { code: "no_code" },
    });
  });
});
