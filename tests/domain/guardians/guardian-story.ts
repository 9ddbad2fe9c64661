import { beforeAll, beforeEach } from "vitest";
import { findLetterAccess } from "#app/domain/guardians/guardians.queries.server.ts";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { verifyLetterCode } from "#app/domain/guardians/verify-letter-code.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

interface Told {
  app: AppContext;
  make: Factories;
  world: Awaited<ReturnType<Factories["world"]>>;
  pupilId: string;
  guardianId: string;
}

export const MINUTE = 1 / 1440;

/** Call at the top of a test file: a school, and for each test a pupil of it with a legal representative. */
export function guardianStory() {
  const database = testDatabase();
  const clock = fakeClock();
  let told: Told;
  beforeAll(async () => {
    const make = factories(database.db, clock);
    const app = testApp(database, clock);
    told = { app, make, world: await make.world(), pupilId: "", guardianId: "" };
  });
  beforeEach(async () => {
    const { id } = await told.world.newPupil();
    told = { ...told, pupilId: id, guardianId: await told.make.guardianOf(id) };
  });
  const type = (code: string) => verifyLetterCode(told.app, { guardianId: told.guardianId, code });
  const ask = async (): Promise<string> => {
    const outcome = await requestLetterCode(told.app, { guardianId: told.guardianId });
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value.codeId;
  };
  return {
    database,
    clock,
    /** Read in a test: it changes with each. */
    now: () => told,
    ask,
    type,
    /** The letters, opened by the code that was sent. */
    open: async () => {
      const opened = await type(told.app.links.codeFor(await ask()));
      if (!opened.ok) throw new Error(opened.error.code);
      return opened.value;
    },
    accessOf: (secret: string) => findLetterAccess(told.app, { guardianId: told.guardianId, secret }),
  };
}
