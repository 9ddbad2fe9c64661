import { asc, eq, inArray } from "drizzle-orm";
import type { GeoPoint } from "#app/kernel/geo.ts";
import type { Queryable } from "#db/client.ts";
import { schools } from "#db/schema/index.ts";
import type { SchoolSettings } from "./school-settings.ts";
import { schoolsSetUpBy } from "./schools.policy.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";

/** Settings of the schools that this person keeps. */
export async function listSchoolSettings(db: Queryable, actor: Actor): Promise<SchoolSettings[]> {
  const uais = schoolsSetUpBy(actor);
  if (uais.length === 0) return [];
  return db
    .select({ uai: schools.uai, name: schools.name, informsGuardians: schools.informsGuardians })
    .from(schools)
    .where(inArray(schools.uai, uais))
    .orderBy(asc(schools.name))
    .limit(10);
}

/** INSEE code of the commune of a school, when the directory tells it. */
export async function getSchoolTown(db: Queryable, uai: string): Promise<string | null> {
  const [school] = await db
    .select({ inseeCode: schools.inseeCode })
    .from(schools)
    .where(eq(schools.uai, uai));
  return school?.inseeCode ?? null;
}

/** Where a school is, when the directory tells it. */
export async function getSchoolPoint(db: Queryable, uai: string): Promise<GeoPoint | null> {
  const [school] = await db
    .select({ latitude: schools.latitude, longitude: schools.longitude })
    .from(schools)
    .where(eq(schools.uai, uai));
  if (!school || school.latitude === null || school.longitude === null) return null;
  return { latitude: school.latitude, longitude: school.longitude };
}
