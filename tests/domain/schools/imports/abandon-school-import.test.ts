import { beforeAll, expect, it } from "vitest";
import { abandonSchoolImport } from "#app/domain/schools/imports/abandon-school-import.server.ts";
import { runSchoolImport } from "#app/domain/schools/imports/run-school-import.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { schoolImportPieces, schools } from "#db/schema/index.ts";
import { directoryCsv } from "#tests/fixtures/directory.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { administrator, sent, stateOf } from "./import-story.ts";

const database = testDatabase();
const clock = fakeClock();
let make: ReturnType<typeof factories>;
let admin: ActorContext;

beforeAll(async () => {
  make = factories(database.db, clock);
  admin = await administrator(make);
});

it("gives up an import once, with its files, and lets another one be sent", async () => {
  const importId = await sent(admin, { directory: directoryCsv([{}]) });
  const other = await make.person();
  expect((await abandonSchoolImport(await make.as(other.id), { importId })).ok).toBe(false);
  expect(await abandonSchoolImport(admin, { importId })).toMatchObject({ ok: true });
  expect(await abandonSchoolImport(admin, { importId })).toEqual({ ok: false, error: { code: "over" } });
  expect(await database.db.$count(schoolImportPieces)).toBe(0);
  await runSchoolImport({ db: database.db, clock }, { importId });
  expect(await database.db.$count(schools)).toBe(0);
  expect((await stateOf(database.db, importId)).status).toBe("abandoned");
  await sent(admin, { directory: directoryCsv([{}]) });
});
