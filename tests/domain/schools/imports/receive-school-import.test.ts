import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { receiveSchoolImport } from "#app/domain/schools/imports/receive-school-import.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { schoolImportPieces, schoolImports } from "#db/schema/index.ts";
import { directoryCsv, inPieces, uai } from "#tests/fixtures/directory.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { administrator, send, sent, stateOf } from "./import-story.ts";

const database = testDatabase();
const clock = fakeClock();
let make: ReturnType<typeof factories>;
let admin: ActorContext;

beforeAll(async () => {
  make = factories(database.db, clock);
  admin = await administrator(make);
});
beforeEach(() => database.db.delete(schoolImports));

const directory = directoryCsv([{}, { Identifiant_de_l_etablissement: uai(2) }]);
const jobs = async () =>
  (
    await database.db.execute<{ key: string }>(
      sql`select key from graphile_worker.jobs where task_identifier = 'import_schools' order by key`,
    )
  ).map(({ key }) => key);

describe("the files of an import", () => {
  it("are kept in pieces and handed to the worker once all have come", async () => {
    const large = directoryCsv(Array.from({ length: 3000 }, () => ({})));
    const importId = await sent(admin, { directory: large });
    expect(await stateOf(database.db, importId)).toMatchObject({
      status: "waiting",
      lines: 3001,
      rowsRead: 0,
    });
    expect(await jobs()).toContain(`import_schools:${importId}`);
    const pieces = await database.db
      .select()
      .from(schoolImportPieces)
      .where(eq(schoolImportPieces.importId, importId))
      .orderBy(schoolImportPieces.position);
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map(({ bytes }) => bytes.length))).toBeLessThan(200_000);
    expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).equals(large)).toBe(true);
  });

  it("are asked of administrators only", async () => {
    const other = await make.person();
    expect(await send(await make.as(other.id), { directory })).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("are refused without the directory, or when it is empty", async () => {
    expect(await send(admin, {})).toMatchObject({ error: { code: "no_directory" } });
    expect(await send(admin, { directory: Buffer.alloc(0) })).toMatchObject({
      error: { code: "no_directory" },
    });
  });

  it("are refused one import after the other, and at the same instant", async () => {
    const both = await Promise.all([
      send(admin, { directory }),
      send(await administrator(make), { directory }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: "under_way" } });
    expect(await send(admin, { directory })).toMatchObject({ error: { code: "under_way" } });
  });

  it("are read to their end and not kept beyond their limit", async () => {
    const enrolment = Buffer.alloc(1_200_000, "a");
    expect(await send(admin, { directory, enrolment })).toMatchObject({
      error: { code: "too_large", file: "enrolment", maxBytes: 1_000_000 },
    });
    const [kept] = await database.db.execute<{ bytes: number }>(
      sql`select sum(length(bytes))::int as bytes from school_import_pieces where file = 'enrolment'`,
    );
    expect(kept?.bytes).toBeLessThanOrEqual(1_000_000);
  });

  it("are forgotten at the next try when they stop in the middle", async () => {
    const broken = receiveSchoolImport(admin, async (take) => {
      await take("directory", inPieces(directory));
      throw new Error("The sender has gone");
    });
    await expect(broken).rejects.toThrow("The sender has gone");
    const importId = await sent(admin, { directory });
    const left = await database.db.select({ importId: schoolImportPieces.importId }).from(schoolImportPieces);
    expect(new Set(left.map((piece) => piece.importId))).toEqual(new Set([importId]));
  });
});
