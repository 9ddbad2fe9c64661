import { and, eq, inArray } from "drizzle-orm";
import { err, ok } from "#app/kernel/result.ts";
import type { Database } from "#db/client.ts";
import { schoolImports } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { importSchools, type ImportSchoolsReport } from "../import-schools.server.ts";
import type { SideReport } from "../import-report.ts";
import { UNDER_WAY, type KeptReport } from "./school-import.ts";
import { endImport, openSentFile } from "./school-imports.store.server.ts";

/**
 * Imports the files that were sent, as the command does. What it came to is written in the transaction of the import: a process
 * that dies leaves the schools as they were and the files where they are, and the next one begins again.
 */
export async function runSchoolImport(
  { db, clock }: UseCaseContext,
  { importId }: { importId: string },
): Promise<void> {
  if (!(await begin(db, importId))) return;
  const directory = await openSentFile(db, importId, "directory");
  const enrolment = await openSentFile(db, importId, "enrolment");
  if (!directory) return;
  const outcome = await importSchools(
    { db },
    {
      directory,
      ...(enrolment && { enrolment }),
      onProgress: (rowsRead) => note(db, importId, rowsRead),
      keep: async (tx, report) => {
        const kept = await endImport(tx, importId, { status: "done", report: shorten(report) }, clock.now());
        if (!kept) throw new ImportOver();
      },
    },
  ).catch((error: unknown) => {
    if (error instanceof ImportOver) return null;
    throw error;
  });
  if (outcome === null || outcome.ok) return;
  const { file, problem } = outcome.error;
  await inTransaction(db, async (tx) => {
    const refused = { status: "refused", problem: { file, problem } } as const;
    return (await endImport(tx, importId, refused, clock.now())) ? ok() : err({ code: "over" });
  });
}

/** It was abandoned, or another worker ended it: nothing of this run is kept. */
class ImportOver extends Error {}

async function begin(db: Database, importId: string): Promise<boolean> {
  const begun = await db
    .update(schoolImports)
    .set({ status: "running", rowsRead: 0 })
    .where(and(eq(schoolImports.id, importId), inArray(schoolImports.status, [...UNDER_WAY])))
    .returning({ id: schoolImports.id });
  return begun.length > 0;
}

/** Beside the transaction of the import: everyone sees it at once. */
async function note(db: Database, importId: string, rowsRead: number): Promise<void> {
  await db.update(schoolImports).set({ rowsRead }).where(eq(schoolImports.id, importId));
}

function shorten({ enrolment, priority: _priority, ...report }: ImportSchoolsReport): KeptReport {
  return { ...report, enrolment: enrolment && shortenSide(enrolment) };
}

function shortenSide(side: SideReport): SideReport {
  const { unknown, badLines, ...counts } = side;
  return { ...counts, unknown: unknown.slice(0, LISTED), badLines: badLines.slice(0, LISTED) };
}

const LISTED = 100;
