import { asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { sectorFamilies, sectors } from "#db/schema/index.ts";
import type { SectorFamily } from "./sector-family.ts";

/** Every sector, by family in the order of their display, then by label. */
export async function listSectorFamilies(db: Queryable): Promise<SectorFamily[]> {
  const rows = await db
    .select({
      slug: sectorFamilies.slug,
      family: sectorFamilies.label,
      code: sectors.code,
      label: sectors.label,
    })
    .from(sectors)
    .innerJoin(sectorFamilies, eq(sectorFamilies.slug, sectors.familySlug))
    .orderBy(asc(sectorFamilies.position), sql`unaccent(${sectors.label})`);
  const families = new Map<string, SectorFamily>();
  for (const { slug, family, code, label } of rows) {
    const known = families.get(slug) ?? { slug, label: family, sectors: [] };
    known.sectors.push({ code, label });
    families.set(slug, known);
  }
  return [...families.values()];
}

/** The family of a sector; null for a code that we do not know. */
export async function getFamilySlug(db: Queryable, sectorCode: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: sectors.familySlug })
    .from(sectors)
    .where(eq(sectors.code, sectorCode));
  return row?.slug ?? null;
}
