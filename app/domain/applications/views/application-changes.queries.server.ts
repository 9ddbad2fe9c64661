import { asc, eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { stateChanges } from "#db/schema/index.ts";
import type {
  ApplicationChange,
  ApplicationParty,
  ApplicationStatus,
} from "#app/domain/applications/application.ts";

const MAX_LISTED = 100;

/** What happened to an application, the oldest first. The caller has checked who reads it. */
export async function listApplicationChanges(
  db: Queryable,
  applicationId: string,
): Promise<ApplicationChange[]> {
  const rows = await db
    .select({
      from: stateChanges.fromStatus,
      to: stateChanges.toStatus,
      by: stateChanges.actorRole,
      reason: stateChanges.reason,
      at: stateChanges.changedAt,
    })
    .from(stateChanges)
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
