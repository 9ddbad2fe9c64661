import { and, eq } from "drizzle-orm";
import { entrustClass } from "#app/domain/schools/classes/entrusted-classes.store.server.ts";
import type { Origin } from "#app/domain/use-case.ts";
import type { Queryable } from "#db/client.ts";
import type { oneTimeLinks } from "#db/schema/index.ts";
import { classGroups, invitedClasses } from "#db/schema/index.ts";
import { insertAffiliation } from "../accounts.store.server.ts";
import { CLASS_TEACHER_ROLES, type ClassTeacherRole } from "../actor.ts";
import { rightOf } from "./links.store.server.ts";

/** The classes that this invitation will entrust. */
export async function inviteToClasses(
  tx: Queryable,
  linkId: string,
  { classGroupIds, role }: { classGroupIds: readonly string[]; role: ClassTeacherRole },
): Promise<void> {
  if (classGroupIds.length === 0) return;
  await tx
    .insert(invitedClasses)
    .values(classGroupIds.map((classGroupId) => ({ linkId, classGroupId, role })));
}

/** A link that takes the place of another one invites to the same classes. */
export async function moveInvitedClasses(
  tx: Queryable,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.update(invitedClasses).set({ linkId: to }).where(eq(invitedClasses.linkId, from));
}

/**
 * What an invitation lets someone be, and the classes that it entrusts to them, at once; a class that has gone since is skipped.
 * False for a link that invites nobody.
 */
export async function acceptInvitation(
  tx: Queryable,
  link: typeof oneTimeLinks.$inferSelect,
  personId: string,
  now: Date,
  { origin }: { origin?: Origin | undefined },
): Promise<boolean> {
  const right = rightOf(link);
  if (!right) return false;
  await insertAffiliation(
    tx,
    { personId, role: right.role, schoolUai: right.schoolUai, startsOn: right.startsOn },
    now,
    { origin },
  );
  if (right.role !== "teacher" || right.schoolUai === null) return true;
  const invited = await tx
    .select({ classGroupId: invitedClasses.classGroupId, role: invitedClasses.role })
    .from(invitedClasses)
    .innerJoin(classGroups, eq(classGroups.id, invitedClasses.classGroupId))
    .where(and(eq(invitedClasses.linkId, link.id), eq(classGroups.schoolUai, right.schoolUai)))
    .limit(200);
  for (const { classGroupId, role: stated } of invited) {
    const role = CLASS_TEACHER_ROLES.find((one) => one === stated);
    if (role) await entrustClass(tx, { classGroupId, personId, role }, now, { origin, as: "teacher" });
  }
  return true;
}
