import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { mapColumns, type Remembered } from "./columns/find-columns.ts";
import { columnName } from "./columns/recognise-column.ts";
import { missingFields, type RosterField } from "./columns/roster-fields.ts";
import { getRosterImport } from "./roster-imports.queries.server.ts";
import { passOn, rememberColumns } from "./roster-imports.store.server.ts";
import type { MapColumnsFailure } from "./roster.failures.ts";

/**
 * The school tells what the columns of its file hold, by their places; its next files are read so too. The file is compared again:
 * what is remembered and the new check stand together.
 */
export async function mapRosterColumns(
  { db, actor }: ActorContext,
  { importId, fields }: { importId: string; fields: readonly (RosterField | null)[] },
): Promise<Result<void, MapColumnsFailure>> {
  const found = await getRosterImport(db, actor, importId);
  if (!found) return err({ code: "not_found" });
  if (!found.columns) return err({ code: "over" });
  const { header } = found.columns;
  const told: Remembered = new Map(
    header.flatMap((name, index) => {
      const key = columnName(name);
      return key === "" ? [] : [[key, fields[index] ?? null] as const];
    }),
  );
  if (missingFields(mapColumns(header, told)).length > 0) return err({ code: "incomplete" });
  return inTransaction(db, async (tx) => {
    const next = { status: "checking" as const, review: null };
    if (!(await passOn(tx, importId, ["to_map", "checked"], next))) return err({ code: "over" });
    await rememberColumns(tx, found.schoolUai, told);
    await enqueueJob(tx, TASKS.checkRoster, { importId }, `check_roster:${importId}`);
    return ok();
  });
}
