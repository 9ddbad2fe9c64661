import { asc } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { municipalities } from "#db/schema/index.ts";
import type { Municipality } from "./place.ts";

/** Every commune and arrondissement, for the index of places that a process makes at its start. */
export async function listMunicipalities(db: Queryable): Promise<Municipality[]> {
  return await db.select().from(municipalities).orderBy(asc(municipalities.inseeCode));
}
