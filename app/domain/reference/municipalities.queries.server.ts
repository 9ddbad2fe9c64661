import { asc } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { municipalities } from "#db/schema/index.ts";
import type { Municipality } from "./place.ts";

/** Every commune: read once, when a process builds its index of places. */
export async function listMunicipalities(db: Queryable): Promise<Municipality[]> {
  return db
    .select({
      inseeCode: municipalities.inseeCode,
      name: municipalities.name,
      type: municipalities.type,
      departmentCode: municipalities.departmentCode,
      postcodes: municipalities.postcodes,
      population: municipalities.population,
      latitude: municipalities.latitude,
      longitude: municipalities.longitude,
      approximate: municipalities.approximate,
    })
    .from(municipalities)
    .orderBy(asc(municipalities.inseeCode));
}
