import type { KnownSchool } from "./known-school.ts";
import { and, asc, count, eq, sql, type SQL } from "drizzle-orm";
import { affiliationInForce } from "#app/domain/accounts/affiliation-in-force.server.ts";
import type { Role } from "#app/domain/accounts/actor.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, schools } from "#db/schema/index.ts";
import { schoolHolds } from "./school-words.server.ts";

const PAGE_SIZE = 50;

/** Schools of the directory whose name, town or UAI holds each of the words asked, by town then name. */
export async function listKnownSchools(
  db: Queryable,
  { words, page, today }: { words: string; page: number; today: CalendarDate },
): Promise<{ schools: KnownSchool[]; total: number; hasNext: boolean }> {
  const holdsAll = schoolHolds(words);
  const [counted] = await db.select({ total: count() }).from(schools).where(holdsAll);
  const rows = await db
    .select({
      uai: schools.uai,
      name: schools.name,
      town: schools.town,
      departmentCode: schools.departmentCode,
      status: schools.status,
      hasSeconde: schools.hasSeconde,
      secondeEnrolment: schools.secondeEnrolment,
      hasHead: hasAccount("schoolHead", today),
      hasOffice: hasAccount("schoolOffice", today),
    })
    .from(schools)
    .where(holdsAll)
    .orderBy(asc(schools.town), asc(schools.name), asc(schools.uai))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const total = counted?.total ?? 0;
  return { schools: rows, total, hasNext: page * PAGE_SIZE < total };
}

function hasAccount(role: Role, today: CalendarDate): SQL<boolean> {
  const held = and(
    eq(affiliations.schoolUai, schools.uai),
    eq(affiliations.role, role),
    affiliationInForce(today),
  );
  return sql<boolean>`exists (select from ${affiliations} where ${held})`;
}
