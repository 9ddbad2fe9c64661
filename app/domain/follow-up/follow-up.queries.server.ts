import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers, persons, schools } from "#db/schema/index.ts";
import { hasAWayIn } from "../accounts/has-a-way-in.server.ts";
import { schoolsOf, type Actor } from "../accounts/actor.ts";
import { followedClasses } from "../agreements/agreements.scope.server.ts";
import type { Campaign } from "../campaigns/campaign.ts";
import { getBoard } from "./board/board.queries.server.ts";
import { filterLines, readBoardFilters } from "./board/board-filters.ts";
import type { BoardLine } from "./board/board-line.ts";

const MOST_CLASSES = 100;

/** The classes that the reader follows, with how many pupils each expects, has, and has with a way in. */
export function listFollowedClasses(db: Queryable, actor: Actor, schoolYear: string) {
  return db
    .select({
      id: classGroups.id,
      name: classGroups.name,
      expected: classGroups.headCount,
      pupils: sql<number>`count(${persons.id})::int`,
      activated: sql<number>`count(*) filter (where ${hasAWayIn()})::int`,
    })
    .from(classGroups)
    .leftJoin(
      classMembers,
      and(eq(classMembers.classGroupId, classGroups.id), eq(classMembers.role, "pupil")),
    )
    .leftJoin(persons, eq(persons.id, classMembers.personId))
    .where(and(eq(classGroups.schoolYear, schoolYear), followedClasses(db, actor)))
    .groupBy(classGroups.id)
    .orderBy(asc(classGroups.schoolUai), asc(classGroups.name))
    .limit(MOST_CLASSES);
}

export interface FollowedClass {
  id: string;
  name: string;
  schoolName: string;
  pupils: BoardLine[];
}

/** One class with its pupils, those to help first; null when the reader does not follow it. */
export async function getFollowedClass(
  db: Queryable,
  actor: Actor,
  { classGroupId, campaign, now }: { classGroupId: string; campaign: Campaign; now: Date },
): Promise<FollowedClass | null> {
  const [found] = await db
    .select({ id: classGroups.id, name: classGroups.name, schoolName: schools.name })
    .from(classGroups)
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .where(and(eq(classGroups.id, classGroupId), followedClasses(db, actor)));
  if (!found) return null;
  const { lines } = await getBoard(db, actor, { campaign, now, classGroupId });
  return { ...found, pupils: filterLines(lines, readBoardFilters(new URLSearchParams())) };
}

/** Names of the schools where the reader works. */
export async function listOwnSchools(db: Queryable, actor: Actor): Promise<string[]> {
  const uais = schoolsOf(actor, "teacher", "schoolOffice", "schoolHead");
  if (uais.length === 0) return [];
  const rows = await db
    .select({ name: schools.name })
    .from(schools)
    .where(inArray(schools.uai, uais))
    .orderBy(asc(schools.name))
    .limit(10);
  return rows.map(({ name }) => name);
}
