import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { abandonSchoolImport } from "#app/domain/schools/imports/abandon-school-import.server.ts";
import { runSchoolImport } from "#app/domain/schools/imports/run-school-import.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { schoolImportPieces, schoolImports, schools } from "#db/schema/index.ts";
import { seedReference } from "#db/seed/reference.ts";
import { directoryCsv, uai } from "#tests/fixtures/directory.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { administrator, sent, stateOf } from "./import-story.ts";

const database = testDatabase();
const clock = fakeClock();
let admin: ActorContext;

beforeAll(async () => {
  await seedReference(database.db);
  admin = await administrator(factories(database.db, clock));
});
beforeEach(async () => {
  await database.db.delete(schoolImports);
  await database.db.delete(schools);
});

const row = (number: number) => ({ Identifiant_de_l_etablissement: uai(number) });
const directory = directoryCsv([
  row(1),
  row(2),
  Object.assign(row(3), { latitude: "43.3", longitude: "5.4" }),
  Object.assign(row(4), { etat: "?" }),
]);
const run = (importId: string) => runSchoolImport({ db: database.db, clock }, { importId });
const pieces = () => database.db.$count(schoolImportPieces);

describe("an import that was sent", () => {
  it("does what the command does, and keeps its report in place of the files", async () => {
    const enrolment = Buffer.from(
      `uai;secondes_gt;source\r\n${uai(1)};210;constat\r\n9999999Z;1;constat\r\n`,
    );
    const importId = await sent(admin, { directory, enrolment });
    await run(importId);
    const state = await stateOf(database.db, importId);
    expect(state).toMatchObject({
      status: "done",
      rowsRead: 4,
      report: {
        read: 4,
        created: 3,
        updated: 0,
        unchanged: 0,
        skipped: [{ reason: "unknown_state", count: 1, lines: [5] }],
        misplaced: [{ uai: uai(3), town: "Rennes" }],
        enrolment: { updated: 1, unknown: ["9999999Z"] },
      },
    });
    expect(state.finishedAt).toEqual(clock.now());
    expect(await pieces()).toBe(0);
    const again = await sent(admin, { directory });
    await run(again);
    expect(await stateOf(database.db, again)).toMatchObject({
      report: { created: 0, updated: 0, unchanged: 3 },
    });
  });

  it("tells while it runs how far it is", async () => {
    const importId = await sent(admin, {
      directory: directoryCsv(Array.from({ length: 1200 }, (_, number) => row(number))),
    });
    const seen: number[] = [];
    const watched = database.openPool(2);
    const asked = watched.update.bind(watched);
    watched.update = ((table: typeof schoolImports) => {
      const updating = asked(table);
      const set = updating.set.bind(updating);
      updating.set = (values) => {
        if (typeof values.rowsRead === "number") seen.push(values.rowsRead);
        return set(values);
      };
      return updating;
    }) as typeof watched.update;
    await runSchoolImport({ db: watched, clock }, { importId });
    expect(seen).toEqual([0, 500, 1000, 1200]);
  });

  it("refuses a file that it cannot use, says why, and changes nothing", async () => {
    const importId = await sent(admin, { directory: Buffer.from("a;b\r\n1;2\r\n") });
    await run(importId);
    expect(await stateOf(database.db, importId)).toMatchObject({
      status: "refused",
      problem: { file: "directory", problem: { code: "missing_columns" } },
    });
    expect(await database.db.$count(schools)).toBe(0);
    expect(await pieces()).toBe(0);
  });

  it("begins again after a process that died in its middle, and ends once", async () => {
    const importId = await sent(admin, { directory });
    // What a killed process leaves: a run that has begun, its files, and no school.
    await database.db.update(schoolImports).set({ status: "running", rowsRead: 3 });
    await run(importId);
    expect(await stateOf(database.db, importId)).toMatchObject({ status: "done", report: { created: 3 } });
    await run(importId);
    expect(await stateOf(database.db, importId)).toMatchObject({ report: { created: 3 } });
  });

  it("is done once by two workers at the same instant", async () => {
    const importId = await sent(admin, { directory });
    await Promise.all([run(importId), runSchoolImport({ db: database.openPool(3), clock }, { importId })]);
    const { report } = await stateOf(database.db, importId);
    expect(report).toMatchObject({ created: 3 });
    expect(await database.db.$count(schools)).toBe(3);
  });

  it("leaves the schools as they were when it is abandoned meanwhile", async () => {
    const importId = await sent(admin, { directory });
    const before = await database.db.select().from(schoolImports).where(eq(schoolImports.id, importId));
    expect(before[0]?.status).toBe("waiting");
    const slow = database.openPool(3);
    const begun = runSchoolImport({ db: slow, clock }, { importId });
    const abandoned = await abandonSchoolImport(admin, { importId });
    await begun;
    expect(await database.db.$count(schools)).toBe(abandoned.ok ? 0 : 3);
    expect((await stateOf(database.db, importId)).status).toBe(abandoned.ok ? "abandoned" : "done");
  });
});
