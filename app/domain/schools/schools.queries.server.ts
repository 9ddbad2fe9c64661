import { asc, inArray } from "drizzle-orm";
import { schools } from "#db/schema/index.ts";
import type { ActorContext } from "../use-case.ts";
import type { SchoolSettings } from "./school-settings.ts";
import { schoolsSetUpBy } from "./schools.policy.ts";

/** Settings of the schools that this person keeps. */
export async function listSchoolSettings({
  db,
  actor,
}: Pick<ActorContext, "db" | "actor">): Promise<SchoolSettings[]> {
  const uais = schoolsSetUpBy(actor);
  if (uais.length === 0) return [];
  return db
    .select({ uai: schools.uai, name: schools.name, informsGuardians: schools.informsGuardians })
    .from(schools)
    .where(inArray(schools.uai, uais))
    .orderBy(asc(schools.name))
    .limit(10);
}
