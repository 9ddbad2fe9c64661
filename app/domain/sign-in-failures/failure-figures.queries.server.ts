import { and, asc, desc, eq, gte, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { addDays, parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { schools, signInFailures } from "#db/schema/index.ts";
import { schoolsSetUpBy } from "../schools/schools.policy.ts";
import type { ActorContext } from "../use-case.ts";
import {
  FEWEST_SAID,
  FIGURES_DAYS,
  type FailureFilters,
  type ReasonFigure,
  type SchoolFailures,
  type SchoolFigure,
} from "./failure-figures.ts";
import { DOORS, FAILURE_REASONS, SCHOOL_REPAIRS, type SchoolRepair } from "./failure-reasons.ts";

const PAGE_SIZE = 50;

const TOTAL = sql<number>`sum(${signInFailures.count})::int`;

/** How many were not let in, by way and reason, the most frequent first. */
export async function listReasonFigures(db: Queryable, filters: FailureFilters): Promise<ReasonFigure[]> {
  return db
    .select({ door: signInFailures.door, reason: signInFailures.reason, count: TOTAL })
    .from(signInFailures)
    .where(conditionsOf(filters))
    .groupBy(signInFailures.door, signInFailures.reason)
    .orderBy(desc(TOTAL), asc(signInFailures.door), asc(signInFailures.reason))
    .limit(DOORS.length * FAILURE_REASONS.length);
}

/** In which schools, where one is known; those with the most failures first. */
export async function listSchoolFigures(
  db: Queryable,
  filters: FailureFilters,
  page: number,
): Promise<{ figures: SchoolFigure[]; hasNext: boolean }> {
  const rows = await db
    .select({
      uai: sql<string>`${signInFailures.schoolUai}`,
      name: schools.name,
      town: schools.town,
      count: TOTAL,
    })
    .from(signInFailures)
    .leftJoin(schools, eq(schools.uai, signInFailures.schoolUai))
    .where(and(conditionsOf(filters), isNotNull(signInFailures.schoolUai)))
    .groupBy(signInFailures.schoolUai, schools.uai)
    .orderBy(desc(TOTAL), asc(signInFailures.schoolUai))
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE);
  return { figures: rows.slice(0, PAGE_SIZE), hasNext: rows.length > PAGE_SIZE };
}

/** What has failed lately in the schools that the actor sets up, and that they can repair. */
export async function listSchoolFailures({ db, clock, actor }: ActorContext): Promise<SchoolFailures[]> {
  const uais = schoolsSetUpBy(actor);
  if (uais.length === 0) return [];
  const since = addDays(parisDate(clock.now()), -FIGURES_DAYS);
  const rows = await db
    .select({ uai: schools.uai, name: schools.name, reason: signInFailures.reason, count: TOTAL })
    .from(signInFailures)
    .innerJoin(schools, eq(schools.uai, signInFailures.schoolUai))
    .where(
      and(
        inArray(signInFailures.schoolUai, uais),
        inArray(signInFailures.reason, [...SCHOOL_REPAIRS]),
        gte(signInFailures.day, since),
      ),
    )
    .groupBy(schools.uai, signInFailures.reason)
    .orderBy(asc(schools.name), asc(schools.uai), desc(TOTAL), asc(signInFailures.reason))
    .limit(uais.length * SCHOOL_REPAIRS.length);
  const places = new Map(rows.map(({ uai, name }) => [uai, name]));
  return [...places].map(([uai, name]) => ({
    uai,
    name,
    repairs: rows.flatMap(({ uai: place, reason, count }) =>
      place === uai && isSchoolRepair(reason) ? [{ reason, count: count < FEWEST_SAID ? null : count }] : [],
    ),
  }));
}

function isSchoolRepair(reason: string): reason is SchoolRepair {
  return SCHOOL_REPAIRS.some((one) => one === reason);
}

function conditionsOf({ from, until, door, schoolUai }: FailureFilters) {
  return and(
    gte(signInFailures.day, from),
    lte(signInFailures.day, until),
    door ? eq(signInFailures.door, door) : undefined,
    schoolUai ? eq(signInFailures.schoolUai, schoolUai) : undefined,
  );
}
