import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { guardians, outboxEvents } from "#db/schema/index.ts";
import { guardianStory, MINUTE } from "./guardian-story.ts";

const { database, clock, now, ask, type } = guardianStory();

describe("a code to read a letter", () => {
  it("is told by an event that bears its identifier only", async () => {
    const codeId = await ask();
    const events = await database.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(eq(outboxEvents.type, "guardian.code_requested"));
    expect(events.map(({ payload }) => payload)).toContainEqual({ codeId });
  });

  it("ends the one before, and is not sent twice for a button pressed twice", async () => {
    const [first, again] = await Promise.all([ask(), ask()]);
    expect(again).toBe(first);
    clock.advanceDays(MINUTE);
    const second = await ask();
    expect(second).not.toBe(first);
    expect(await type(now().app.links.codeFor(first))).toMatchObject({ error: { code: "wrong_code" } });
    expect(await type(now().app.links.codeFor(second))).toMatchObject({ ok: true });
  });

  it("cannot be sent to someone of whom the school knows no address and no number", async () => {
    const { app, guardianId } = now();
    await database.db.update(guardians).set({ email: null }).where(eq(guardians.id, guardianId));
    expect(await requestLetterCode(app, { guardianId })).toEqual({
      ok: false,
      error: { code: "no_contact" },
    });
    expect(await requestLetterCode(app, { guardianId: newId() })).toMatchObject({ ok: false });
  });
});
