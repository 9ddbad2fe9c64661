import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { schools } from "#db/schema/index.ts";
import type { LearntPostcode, LocatedSchool } from "./place.ts";

/** Every lycée with pupils of seconde whose point is known: read when a process starts, and after an import. */
export async function listLocatedSchools(db: Queryable): Promise<LocatedSchool[]> {
  return db
    .select({
      uai: schools.uai,
      name: schools.name,
      town: schools.town,
      inseeCode: schools.inseeCode,
      postcode: schools.postcode,
      departmentCode: schools.departmentCode,
      latitude: sql<number>`${schools.latitude}`,
      longitude: sql<number>`${schools.longitude}`,
      approximate: schools.approximate,
      secondeEnrolment: schools.secondeEnrolment,
    })
    .from(schools)
    .where(
      and(
        eq(schools.hasSeconde, true),
        ne(schools.status, "closed"),
        isNotNull(schools.latitude),
        isNotNull(schools.longitude),
      ),
    )
    .orderBy(asc(schools.uai));
}

/** The commune that each postcode of the directory serves: that of most schools which write it. */
export async function listSchoolPostcodes(db: Queryable): Promise<LearntPostcode[]> {
  const rows = await db.execute<LearntPostcode & Record<string, unknown>>(sql`
    select distinct on (postcode) postcode, insee_code as "inseeCode"
    from ${schools} where postcode ~ '^[0-9]{5}$' and insee_code is not null
    group by postcode, insee_code order by postcode, count(*) desc, insee_code`);
  return [...rows];
}
