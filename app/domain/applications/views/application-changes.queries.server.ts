import { asc, eq } from "drizzle-orm";
import { actingAdult } from "#app/domain/history/acting-adult.server.ts";
import type {
  ApplicationChange,
  ApplicationParty,
  ApplicationStatus,
} from "#app/domain/applications/application.ts";
import type { Queryable } from "#db/client.ts";
import { persons, stateChanges } from "#db/schema/index.ts";
import type { NamedApplicationChange } from "./host-application.ts";

const MAX_LISTED = 100;

/** What happened to an application, the oldest first. The caller has checked who reads it. */
export async function listApplicationChanges(
  db: Queryable,
  applicationId: string,
): Promise<ApplicationChange[]> {
  const changes = await listNamedChanges(db, applicationId);
  return changes.map(({ byName: _byName, ...change }) => change);
}

/** The same for the host: colleagues are told by name. */
export async function listNamedChanges(
  db: Queryable,
  applicationId: string,
): Promise<NamedApplicationChange[]> {
  const rows = await db
    .select({
      from: stateChanges.fromStatus,
      to: stateChanges.toStatus,
      by: stateChanges.actorRole,
      byName: actingAdult,
      reason: stateChanges.reason,
      at: stateChanges.changedAt,
    })
    .from(stateChanges)
    .leftJoin(persons, eq(persons.id, stateChanges.actorId))
    .where(eq(stateChanges.applicationId, applicationId))
    .orderBy(asc(stateChanges.changedAt), asc(stateChanges.id))
    .limit(MAX_LISTED);
  return rows.map((row) => ({
    ...row,
    from: row.from as ApplicationStatus | null,
    to: row.to as ApplicationStatus,
    by: row.by as ApplicationParty,
  }));
}
