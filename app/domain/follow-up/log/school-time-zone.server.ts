import { eq } from "drizzle-orm";
import { PARIS, timeZoneOf, type TimeZone } from "#app/kernel/time-zones.ts";
import type { Queryable } from "#db/client.ts";
import { schools } from "#db/schema/index.ts";

/** The hour that a school lives by. */
export async function schoolTimeZone(db: Queryable, uai: string): Promise<TimeZone> {
  const [school] = await db
    .select({ inseeCode: schools.inseeCode, postcode: schools.postcode })
    .from(schools)
    .where(eq(schools.uai, uai));
  return school ? timeZoneOf(school) : PARIS;
}
