import { and, eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers } from "#db/schema/index.ts";

/** The class of a pupil in a school year; null when the school has put them in none. */
export async function findClassOf(
  db: Queryable,
  pupilId: string,
  schoolYear: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: classGroups.id })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .where(
      and(
        eq(classMembers.personId, pupilId),
        eq(classMembers.role, "pupil"),
        eq(classGroups.schoolYear, schoolYear),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}
