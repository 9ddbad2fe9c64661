import { and, eq, inArray } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { rosterColumns, rosterFiles, rosterImports } from "#db/schema/index.ts";
import type { Remembered } from "./columns/find-columns.ts";
import type { RosterFileProblem, RosterReport, RosterStatus } from "./roster-import.ts";

type Ending =
  | { status: "done"; report: RosterReport }
  | { status: "refused"; problem: RosterFileProblem }
  | { status: "abandoned" };

/** Ends imports that are in one of these states, with all that names pupils; gives those that it has ended. */
export async function endImports(
  tx: Queryable,
  which: ReturnType<typeof and>,
  from: readonly RosterStatus[],
  ending: Ending,
  now: Date,
): Promise<string[]> {
  const ended = await tx
    .update(rosterImports)
    .set({
      status: ending.status,
      report: ending.status === "done" ? ending.report : null,
      problem: ending.status === "refused" ? ending.problem : null,
      columns: null,
      review: null,
      choices: null,
      finishedAt: now,
    })
    .where(and(which, inArray(rosterImports.status, [...from])))
    .returning({ id: rosterImports.id });
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(rosterFiles).where(inArray(rosterFiles.importId, ids));
  return ids;
}

/** Passes one import on; false when it is not in the state it is taken from. */
export async function passOn(
  tx: Queryable,
  importId: string,
  from: readonly RosterStatus[],
  next: Partial<typeof rosterImports.$inferInsert>,
): Promise<boolean> {
  const passed = await tx
    .update(rosterImports)
    .set(next)
    .where(and(eq(rosterImports.id, importId), inArray(rosterImports.status, [...from])))
    .returning({ id: rosterImports.id });
  return passed.length > 0;
}

export async function readFile(db: Queryable, importId: string): Promise<Uint8Array | null> {
  const [file] = await db
    .select({ bytes: rosterFiles.bytes })
    .from(rosterFiles)
    .where(eq(rosterFiles.importId, importId));
  return file?.bytes ?? null;
}

export async function readRemembered(db: Queryable, uai: string): Promise<Remembered> {
  const rows = await db
    .select({ name: rosterColumns.columnName, field: rosterColumns.field })
    .from(rosterColumns)
    .where(eq(rosterColumns.schoolUai, uai));
  return new Map(rows.map(({ name, field }) => [name, field]));
}

export async function rememberColumns(tx: Transaction, uai: string, told: Remembered): Promise<void> {
  const names = [...told.keys()];
  if (names.length === 0) return;
  await tx
    .delete(rosterColumns)
    .where(and(eq(rosterColumns.schoolUai, uai), inArray(rosterColumns.columnName, names)));
  await tx
    .insert(rosterColumns)
    .values([...told].map(([columnName, field]) => ({ schoolUai: uai, columnName, field })));
}
