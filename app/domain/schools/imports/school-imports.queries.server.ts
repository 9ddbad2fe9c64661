import { desc, eq, inArray, ne } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { schoolImports } from "#db/schema/index.ts";
import { UNDER_WAY } from "./school-import.ts";

/** An import, how far it is, and what it came to. */
export async function getSchoolImport(db: Queryable, importId: string | undefined) {
  if (!isId(importId)) return null;
  const [found] = await db
    .select({
      id: schoolImports.id,
      status: schoolImports.status,
      requestedAt: schoolImports.requestedAt,
      finishedAt: schoolImports.finishedAt,
      lines: schoolImports.lines,
      rowsRead: schoolImports.rowsRead,
      report: schoolImports.report,
      problem: schoolImports.problem,
    })
    .from(schoolImports)
    .where(eq(schoolImports.id, importId));
  return found ?? null;
}

/** The last imports that were sent whole, the newest first. */
export function listSchoolImports(db: Queryable) {
  return db
    .select({ id: schoolImports.id, status: schoolImports.status, requestedAt: schoolImports.requestedAt })
    .from(schoolImports)
    .where(ne(schoolImports.status, "receiving"))
    .orderBy(desc(schoolImports.requestedAt), desc(schoolImports.id))
    .limit(5);
}

/** The import that is under way, if one is. */
export async function findImportUnderWay(db: Queryable): Promise<string | null> {
  const [found] = await db
    .select({ id: schoolImports.id })
    .from(schoolImports)
    .where(inArray(schoolImports.status, [...UNDER_WAY]));
  return found?.id ?? null;
}
