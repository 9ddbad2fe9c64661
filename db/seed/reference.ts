import { sql } from "drizzle-orm";
import type { Database, Queryable } from "#db/client.ts";
import { newId } from "#app/kernel/ids.ts";
import { academies, departments, searchSynonyms, sectorFamilies, sectors } from "#db/schema/index.ts";
import { academies as academyRows, departments as departmentRows } from "./reference/academies.ts";
import { readMunicipalities } from "./reference/municipalities.ts";
import { sectorFamilies as familyRows, sectors as sectorRows } from "./reference/sectors.ts";
import { readSynonyms } from "./reference/synonyms.ts";

const CHUNK = 6000;

/**
 * Writes the embedded reference rows: académies, départements, sectors, communes and synonyms. Running it again changes
 * only what has changed in the files; the exact point of a commune, imported from a finer file, is kept, and so are the
 * synonyms: once they are there, they belong to the administrators.
 */
export async function seedReference(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .insert(academies)
      .values(academyRows.map(({ code, name, region, emailDomain }) => ({ code, name, region, emailDomain })))
      .onConflictDoUpdate({
        target: academies.code,
        set: {
          name: sql`excluded.name`,
          region: sql`excluded.region`,
          emailDomain: sql`excluded.email_domain`,
        },
      });
    await tx
      .insert(departments)
      .values(departmentRows)
      .onConflictDoUpdate({
        target: departments.code,
        set: { name: sql`excluded.name`, academyCode: sql`excluded.academy_code` },
      });
    await tx
      .insert(sectorFamilies)
      .values(familyRows.map((family, index) => ({ ...family, position: index + 1 })))
      .onConflictDoUpdate({
        target: sectorFamilies.slug,
        set: { label: sql`excluded.label`, position: sql`excluded.position` },
      });
    await tx
      .insert(sectors)
      .values(sectorRows.map(({ code, label, family }) => ({ code, label, familySlug: family })))
      .onConflictDoUpdate({
        target: sectors.code,
        set: { label: sql`excluded.label`, familySlug: sql`excluded.family_slug` },
      });
    await seedMunicipalities(tx);
    await seedSynonyms(tx);
  });
}

/** The list is older than any edit of it. */
const SYNONYMS_WRITTEN_AT = new Date("2026-11-01T00:00:00Z");

async function seedSynonyms(tx: Queryable): Promise<void> {
  const known = await tx.select({ id: searchSynonyms.id }).from(searchSynonyms).limit(1);
  if (known.length > 0) return;
  const [createdAt, updatedAt] = [SYNONYMS_WRITTEN_AT, SYNONYMS_WRITTEN_AT];
  await tx
    .insert(searchSynonyms)
    .values(readSynonyms().map((words) => ({ id: newId(), words, createdAt, updatedAt })));
}

async function seedMunicipalities(tx: Queryable): Promise<void> {
  const rows = readMunicipalities();
  for (let start = 0; start < rows.length; start += CHUNK) {
    const json = JSON.stringify(rows.slice(start, start + CHUNK));
    await tx.execute(sql`
      insert into municipalities as known
        (insee_code, name, type, department_code, postcodes, population, latitude, longitude, approximate)
      select "inseeCode", name, type, "departmentCode", postcodes, population, latitude, longitude, approximate
      from jsonb_to_recordset(${json}::jsonb) as row("inseeCode" text, name text, type text, "departmentCode" text,
        postcodes text[], population int, latitude float8, longitude float8, approximate boolean)
      on conflict (insee_code) do update set
        name = excluded.name, type = excluded.type, department_code = excluded.department_code,
        postcodes = excluded.postcodes, population = excluded.population,
        latitude = case when known.latitude is null or known.approximate then excluded.latitude else known.latitude end,
        longitude = case when known.latitude is null or known.approximate then excluded.longitude else known.longitude end,
        approximate = case when known.latitude is null or known.approximate then excluded.approximate else false end
      where (known.name, known.type, known.department_code, known.postcodes, known.population)
          is distinct from (excluded.name, excluded.type, excluded.department_code, excluded.postcodes, excluded.population)
        or ((known.latitude is null or known.approximate)
          and (known.latitude, known.longitude) is distinct from (excluded.latitude, excluded.longitude))`);
  }
}
