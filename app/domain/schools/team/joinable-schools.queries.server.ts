import type { JoinableSchool } from "./joinable-school.ts";
import { and, asc, eq, ne } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { schools } from "#db/schema/index.ts";
import { schoolHolds } from "../school-words.server.ts";

const SHOWN = 20;

const shown = {
  uai: schools.uai,
  name: schools.name,
  town: schools.town,
  departmentCode: schools.departmentCode,
};
const isJoinable = and(eq(schools.hasSeconde, true), ne(schools.status, "closed"));

/** Schools with pupils of seconde that these words may mean, twenty at most: `more` asks for other words. */
export async function findJoinableSchools(
  db: Queryable,
  words: string,
): Promise<{ schools: JoinableSchool[]; more: boolean }> {
  const found = await db
    .select(shown)
    .from(schools)
    .where(and(isJoinable, schoolHolds(words)))
    .orderBy(asc(schools.town), asc(schools.name), asc(schools.uai))
    .limit(SHOWN + 1);
  return { schools: found.slice(0, SHOWN), more: found.length > SHOWN };
}

/** One of them; null for a school that has no pupil of seconde, is closed or does not exist. */
export async function getJoinableSchool(db: Queryable, uai: string): Promise<JoinableSchool | null> {
  const [school] = await db
    .select(shown)
    .from(schools)
    .where(and(isJoinable, eq(schools.uai, uai)));
  return school ?? null;
}
