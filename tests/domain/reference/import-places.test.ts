import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { importPlaces } from "#app/domain/reference/import-places.server.ts";
import type { ImportPlacesReport } from "#app/domain/reference/import-places.server.ts";
import { listMunicipalities } from "#app/domain/reference/municipalities.queries.server.ts";
import { municipalities } from "#db/schema/index.ts";
import { seedReference } from "#db/seed/reference.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { inPieces } from "#tests/fixtures/directory.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
beforeAll(() => seedReference(database.db));

async function imported(text: string): Promise<ImportPlacesReport> {
  const outcome = await importPlaces(database, { source: inPieces(Buffer.from(text)) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

describe("reference seed", () => {
  it("writes every embedded commune", async () => {
    expect(await listMunicipalities(database.db)).toEqual(readMunicipalities());
  });
});

describe("import of places", () => {
  const file =
    "code_insee;longitude;latitude\n01001;4.9258;46.1536\n2A004;8,74;41,92\n01999;1;2\n35238;abc;1\n";

  const COMMUNES = ["01001", "2A004"];

  afterEach(async () => {
    for (const { inseeCode, latitude, longitude, approximate } of readMunicipalities())
      if (COMMUNES.includes(inseeCode))
        await database.db
          .update(municipalities)
          .set({ latitude, longitude, approximate })
          .where(eq(municipalities.inseeCode, inseeCode));
  });

  it("makes points exact, reports what it does not know, and changes nothing the second time", async () => {
    expect(await imported(file)).toMatchObject({ read: 4, updated: 2, unknown: ["01999"], badLines: [5] });
    const [commune] = await database.db
      .select()
      .from(municipalities)
      .where(eq(municipalities.inseeCode, "01001"));
    expect(commune).toMatchObject({ latitude: 46.1536, longitude: 4.9258, approximate: false });
    expect(await imported(file)).toMatchObject({ updated: 0, unchanged: 2 });
  });

  it("survives a new seed of the embedded places", async () => {
    await imported(file);
    await seedReference(database.db);
    const [commune] = await database.db
      .select()
      .from(municipalities)
      .where(eq(municipalities.inseeCode, "01001"));
    expect(commune).toMatchObject({ latitude: 46.1536, approximate: false });
  });

  it("lists the columns that are missing", async () => {
    const outcome = await importPlaces(database, { source: inPieces(Buffer.from("code_insee,longitude\n")) });
    expect(outcome).toMatchObject({ ok: false, error: { problem: { code: "missing_columns" } } });
  });
});
