import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { verifyLetterCode } from "#app/domain/guardians/verify-letter-code.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { guardians, outboxEvents } from "#db/schema/index.ts";
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
    expect(await type(app.links.codeFor(first))).toMatchObject({ error: { code: "wrong_code" } });
    expect(await type(app.links.codeFor(second))).toMatchObject({ ok: true });
  });

  it("cannot be sent to someone of whom the school knows no address and no number", async () => {
    await database.db.update(guardians).set({ email: null }).where(eq(guardians.id, guardianId));
    expect(await requestLetterCode(app, { guardianId })).toEqual({
      ok: false,
      error: { code: "no_contact" },
    });
    expect(await requestLetterCode(app, { guardianId: newId() })).toMatchObject({ ok: false });
  });
});
