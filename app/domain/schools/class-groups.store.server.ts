import { and, eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers } from "#db/schema/index.ts";

/** Whether the pupil sits in a class of that school year. */
export async function hasClass(db: Queryable, pupilId: string, schoolYear: string): Promise<boolean> {
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
  return row !== undefined;
}
