import { eq } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { classGroups, classMembers } from "#db/schema/index.ts";
import type { SchoolYear } from "../plan/known-school.store.server.ts";
import type { KnownClass, RosterPlan } from "../plan/roster-plan.ts";
import { classKey } from "../pupils/read-pupils.ts";

/** The class of each name, once those that the school wants are open; null where there is none. */
export type ClassOf = (className: string | null) => string | null;

export async function openClasses(
  tx: Transaction,
  { classes, wanted, year }: { classes: readonly KnownClass[]; wanted: readonly string[]; year: SchoolYear },
): Promise<ClassOf> {
  const byKey = new Map(classes.map(({ id, name }) => [classKey(name), id]));
  const opened = wanted
    .filter((name) => !byKey.has(classKey(name)))
    .map((name) => ({ id: newId(), schoolUai: year.uai, schoolYear: year.schoolYear, name }));
  if (opened.length > 0) await tx.insert(classGroups).values(opened);
  for (const { id, name } of opened) byKey.set(classKey(name), id);
  return (className) => (className === null ? null : (byKey.get(classKey(className)) ?? null));
}

/** A head-count that the file exceeds is raised, never lowered; teachers whom it names follow their class. */
export async function followClasses(
  tx: Transaction,
  { plan, classOf }: { plan: RosterPlan; classOf: ClassOf },
  now: Date,
): Promise<number> {
  for (const { classGroupId, to } of plan.raisedHeadCounts)
    await tx.update(classGroups).set({ headCount: to }).where(eq(classGroups.id, classGroupId));
  const following = plan.teachers.flatMap(({ className, personId, role }) => {
    const classGroupId = classOf(className);
    return classGroupId === null ? [] : [{ classGroupId, personId, role, joinedAt: now }];
  });
  if (following.length > 0) await tx.insert(classMembers).values(following).onConflictDoNothing();
  return following.length;
}
