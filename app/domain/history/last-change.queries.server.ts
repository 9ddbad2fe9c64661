import { desc, eq, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { persons, stateChanges } from "#db/schema/index.ts";
import { actingAdult } from "./acting-adult.server.ts";

type Subject = { applicationId: string } | { agreementId: string };

/** Whether the last change of a thing is this one, by this person: a button pressed twice asks for what it has done. */
export async function isLastChangeOf(
  db: Queryable,
  subject: Subject,
  { actorId, to }: { actorId: string; to: string },
): Promise<boolean> {
  const changed =
    "applicationId" in subject
      ? sql`application_id = ${subject.applicationId}::uuid`
      : sql`agreement_id = ${subject.agreementId}::uuid`;
  const [last] = await db.execute<{ mine: boolean }>(sql`
    select to_status = ${to} and actor_id is not distinct from ${actorId}::uuid as mine
    from state_changes where ${changed} order by changed_at desc, id desc limit 1`);
  return last?.mine ?? false;
}

/** The last change of a thing: what, when, and which adult made it. */
export async function getLastChange(
  db: Queryable,
  subject: Subject,
): Promise<{ to: string; at: Date; byName: string | null } | null> {
  const [last] = await db
    .select({ to: stateChanges.toStatus, at: stateChanges.changedAt, byName: actingAdult })
    .from(stateChanges)
    .leftJoin(persons, eq(persons.id, stateChanges.actorId))
    .where(
      "applicationId" in subject
        ? eq(stateChanges.applicationId, subject.applicationId)
        : eq(stateChanges.agreementId, subject.agreementId),
    )
    .orderBy(desc(stateChanges.changedAt), desc(stateChanges.id))
    .limit(1);
  return last ?? null;
}
