import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeLetters } from "#app/domain/guardians/close-letters.server.ts";
import { findLetterAccess } from "#app/domain/guardians/guardians.queries.server.ts";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { verifyLetterCode } from "#app/domain/guardians/verify-letter-code.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();

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
const accessOf = (secret: string) => findLetterAccess(app, { guardianId, secret });

describe("letters that a code opened", () => {
  it("can be closed before its time", async () => {
    const opened = await type(app.links.codeFor(await ask()));
    if (!opened.ok) throw new Error(opened.error.code);
    await closeLetters(app, { guardianId, secret: opened.value.secret });
    expect(await accessOf(opened.value.secret)).toBeNull();
  });
});
