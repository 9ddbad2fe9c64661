import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importSchools } from "#app/domain/schools/import-schools.server.ts";
import type { ImportSchoolsReport } from "#app/domain/schools/import-schools.server.ts";
import { DIRECTORY_COLUMNS } from "#app/domain/schools/import-schools.ts";
import { schools } from "#db/schema/index.ts";
import { seedReference } from "#db/seed/reference.ts";
import { directoryCsv, inPieces, uai } from "#tests/fixtures/directory.ts";
import type { DirectoryRow } from "#tests/fixtures/directory.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
beforeAll(() => seedReference(database.db));
beforeEach(() => database.db.delete(schools));

async function imported(
  bytes: Buffer,
  side: { enrolment?: string; priority?: string } = {},
): Promise<ImportSchoolsReport> {
  const outcome = await importSchools(database, {
    directory: inPieces(bytes),
    ...(side.enrolment !== undefined && { enrolment: inPieces(Buffer.from(side.enrolment)) }),
    ...(side.priority !== undefined && { priority: inPieces(Buffer.from(side.priority)) }),
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

const row = (number: number, values: DirectoryRow = {}): DirectoryRow => ({
  Identifiant_de_l_etablissement: uai(number),
  ...values,
});

async function school(number: number): Promise<typeof schools.$inferSelect | undefined> {
  return (
    await database.db
      .select()
      .from(schools)
      .where(eq(schools.uai, uai(number)))
  )[0];
}

describe("import of the directory", () => {
  it("does not believe coordinates far from the commune, swapped or impossible, and reports their rows", async () => {
    const report = await imported(
      directoryCsv([
        row(1),
        row(2, { latitude: "43.3", longitude: "5.4" }),
        row(3, { latitude: "-1.68", longitude: "48.11" }),
        row(4, { latitude: "166.44", longitude: "-22.27", Code_commune: "98818", Nom_commune: "Nouméa" }),
        row(5, { latitude: "48.25", longitude: "-1.68" }),
        row(6, { latitude: "3.64", longitude: "-54.03", Code_commune: "97307", Nom_commune: "Matoury" }),
      ]),
    );
    expect(report.misplaced).toEqual([
      { uai: uai(3), town: "Rennes", km: expect.any(Number) as number },
      { uai: uai(2), town: "Rennes", km: expect.any(Number) as number },
      { uai: uai(6), town: "Matoury", km: expect.any(Number) as number },
      { uai: uai(4), town: "Nouméa", km: null },
    ]);
    expect(report).toMatchObject({ misplacedCount: 4, approximate: 4 });
    for (const number of [2, 3]) {
      const moved = await school(number);
      expect(moved?.approximate).toBe(true);
      expect(moved?.latitude).toBeCloseTo(48.11, 1);
      expect(moved?.longitude).toBeCloseTo(-1.68, 1);
    }
    expect((await school(4))?.latitude).toBeCloseTo(-22.3, 0);
    expect(await school(5)).toMatchObject({ latitude: 48.25, approximate: false });
  });

  it("reads the file as published and creates each school once", async () => {
    const report = await imported(directoryCsv([row(1), row(2, { Nom_etablissement: 'Lycée "Le; Point"' })]));
    expect(report).toMatchObject({
      read: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      concerned: 2,
      skipped: [],
    });
    expect(await school(2)).toMatchObject({
      name: 'Lycée "Le; Point"',
      departmentCode: "35",
      academyCode: "14",
    });
  });

  it("changes nothing the second time, and only what has changed the third", async () => {
    await imported(directoryCsv([row(1), row(2)]));
    const before = await database.db.select({ uai: schools.uai, xmin: schools.name }).from(schools);
    expect(await imported(directoryCsv([row(1), row(2)]))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    expect(await database.db.select({ uai: schools.uai, xmin: schools.name }).from(schools)).toEqual(before);
    const third = await imported(directoryCsv([row(1, { etat: "A FERMER" })]));
    expect(third).toMatchObject({ created: 0, updated: 1, unchanged: 0, absent: 1 });
    expect((await school(1))?.status).toBe("closing");
  });

  it("reads the codes of Corsica and overseas as the directory writes them", async () => {
    await imported(
      directoryCsv([
        row(1, { Code_departement: "02A", Code_academie: "27" }),
        row(2, { Code_departement: "075", Code_academie: "1" }),
        row(3, { Code_departement: "974", Code_academie: "28" }),
      ]),
    );
    const codes = [await school(1), await school(2), await school(3)].map((found) => found?.departmentCode);
    expect(codes).toEqual(["2A", "75", "974"]);
    expect((await school(2))?.academyCode).toBe("01");
  });

  it("places a school without coordinates at the point of its commune, and says so", async () => {
    const nowhere = { latitude: "", longitude: "" };
    const report = await imported(
      directoryCsv([
        row(1, nowhere),
        row(2, { ...nowhere, Code_commune: "99999" }),
        row(3, { latitude: "999" }),
      ]),
    );
    expect(report).toMatchObject({ approximate: 2, unplaced: [uai(2)] });
    expect(await school(1)).toMatchObject({ approximate: true });
    expect((await school(1))?.latitude).toBeCloseTo(48.11, 1);
    expect((await school(2))?.latitude).toBeNull();
  });

  it("marks as concerned only the schools with a general or technological route", async () => {
    const routes = (general: string, technological: string): DirectoryRow => ({
      Voie_generale: general,
      Voie_technologique: technological,
    });
    await imported(
      directoryCsv([
        row(1, routes("1", "0")),
        row(2, routes("0", "1")),
        row(3, routes("0", "0")),
        row(4, routes("", "")),
      ]),
    );
    const concerned = [await school(1), await school(2), await school(3), await school(4)].map(
      (found) => found?.hasSeconde,
    );
    expect(concerned).toEqual([true, true, false, false]);
  });

  it("keeps one row of a repeated UAI by the stated rule, whatever the order, and lists it", async () => {
    const rows = [
      row(1, { Nom_etablissement: "Lycée Exemple - site Nord" }),
      row(1, { Nom_etablissement: "Lycée Exemple" }),
      row(1, { Nom_etablissement: "Lycée Exemple pro", Voie_generale: "0" }),
      row(1, { Nom_etablissement: "Lycée Exemple ancien", etat: "A FERMER" }),
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const report = await imported(directoryCsv(order));
      expect((await school(1))?.name).toBe("Lycée Exemple");
      expect(report.duplicateCount).toBe(1);
      expect(report.duplicates[0]).toMatchObject({ uai: uai(1), kept: "Lycée Exemple, Rennes" });
      expect(report.duplicates[0]?.others).toHaveLength(3);
    }
  });

  it("sets aside rows that it cannot use, with their line and the reason", async () => {
    const cut = directoryCsv([
      row(1),
      { Identifiant_de_l_etablissement: "XX" },
      row(3, { etat: "?" }),
      row(4, { Type_etablissement: "Collège" }),
    ]);
    const report = await imported(Buffer.concat([cut, Buffer.from("0350009A;Lycée coupé\r\n")]));
    expect(report.created).toBe(1);
    expect(Object.fromEntries(report.skipped.map(({ reason, lines }) => [reason, lines]))).toEqual({
      bad_uai: [3],
      unknown_state: [4],
      not_lycee: [5],
      truncated: [6],
    });
  });
});

describe("a directory that cannot be used", () => {
  const refusal = async (bytes: Buffer): Promise<unknown> => {
    const outcome = await importSchools(database, { directory: inPieces(bytes) });
    return outcome.ok ? "accepted" : outcome.error.problem;
  };

  it("lists the missing columns", async () => {
    const columns = DIRECTORY_COLUMNS.filter((column) => column !== "latitude" && column !== "etat");
    expect(await refusal(directoryCsv([row(1)], columns))).toEqual({
      code: "missing_columns",
      columns: ["latitude", "etat"],
    });
  });

  it("says that an empty file is empty", async () => {
    expect(await refusal(Buffer.alloc(0))).toEqual({ code: "empty_file" });
  });

  it("recognises a bad encoding at any depth and leaves the schools as they were", async () => {
    const good = directoryCsv(Array.from({ length: 3000 }, (_, index) => row(index)));
    const latin = Buffer.from(
      directoryCsv([row(9000)])
        .toString("utf8")
        .replace("\ufeff", ""),
      "latin1",
    );
    expect(await refusal(Buffer.concat([good, latin]))).toMatchObject({ code: "bad_encoding" });
    expect(await database.db.$count(schools)).toBe(0);
  });

  it("does not swallow the file after a quote left open", async () => {
    const open = Buffer.from(`"${"x;".repeat(80_000)}`);
    expect(await refusal(Buffer.concat([directoryCsv([row(1)]), open]))).toMatchObject({
      code: "unreadable",
      afterLine: 2,
    });
  });
});

describe("side files", () => {
  it("sets enrolments, reports unknown UAI and unusable values, and changes nothing the second time", async () => {
    const enrolment = `uai;secondes_gt;source\r\n${uai(1)};210;constat\r\n9999999Z;12;estimation\r\n${uai(2)};-3;estimation\r\n`;
    const report = await imported(directoryCsv([row(1), row(2)]), { enrolment });
    expect(report.enrolment).toEqual({
      read: 3,
      updated: 1,
      unchanged: 0,
      unknown: ["9999999Z"],
      badLines: [4],
    });
    expect(await school(1)).toMatchObject({ secondeEnrolment: 210, enrolmentSource: "constat" });
    const again = await imported(directoryCsv([row(1), row(2)]), { enrolment });
    expect(again).toMatchObject({ updated: 0, enrolment: { updated: 0, unchanged: 1 } });
  });

  it("sets priority education and districts, which the directory never clears", async () => {
    const priority = `uai;rep;qpv\n${uai(1)};1;oui\n${uai(2)};0;peut-être\n`;
    const report = await imported(directoryCsv([row(1), row(2)]), { priority });
    expect(report.priority).toMatchObject({ updated: 1, badLines: [3] });
    await imported(directoryCsv([row(1, { Nom_etablissement: "Lycée renommé" })]));
    expect(await school(1)).toMatchObject({
      name: "Lycée renommé",
      priorityEducation: true,
      priorityDistrict: true,
    });
  });

  it("names the side file that cannot be used, and then imports nothing at all", async () => {
    const outcome = await importSchools(database, {
      directory: inPieces(directoryCsv([row(1)])),
      priority: inPieces(Buffer.from("uai;rep\n")),
    });
    expect(outcome).toMatchObject({ ok: false, error: { file: "priority", problem: { columns: ["qpv"] } } });
    expect(await school(1)).toBeUndefined();
  });
});
