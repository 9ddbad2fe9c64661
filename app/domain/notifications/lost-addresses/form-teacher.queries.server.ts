import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "#db/client.ts";
import { classMembers } from "#db/schema/index.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";

/** Whether this person is the form teacher of a class in which the pupil sits; that they are still at its school is for the caller. */
export async function teachesAsFormTeacher(
  db: Queryable,
  { personId }: Pick<Actor, "personId">,
  pupilId: string,
): Promise<boolean> {
  const seat = alias(classMembers, "seat");
  const [row] = await db
    .select({ id: classMembers.classGroupId })
    .from(classMembers)
    .innerJoin(seat, eq(seat.classGroupId, classMembers.classGroupId))
    .where(
      and(
        eq(classMembers.personId, personId),
        eq(classMembers.role, "form_teacher"),
        eq(seat.personId, pupilId),
        eq(seat.role, "pupil"),
      ),
    )
    .limit(1);
  return row !== undefined;
}
