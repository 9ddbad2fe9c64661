import { and, desc, eq, gte, lt, type SQL } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { auditEntries, persons } from "#db/schema/index.ts";
import type { AuditAction, AuditEntry } from "./audit-entry.ts";

const PAGE_SIZE = 50;

export interface AuditLogFilters {
  action: AuditAction | null;
  /** From this instant, and before that one. */
  from: Date | null;
  before: Date | null;
  actorId: string | null;
  subjectId: string | null;
}

export interface AuditLine extends AuditEntry {
  /** Of an administrator only: whoever reads this page is one. */
  actorName: string | null;
  sealed: boolean;
}

/** What was done, the newest first, page by page from the identifier of the last line seen. */
export async function listAuditLog(
  db: Queryable,
  filters: AuditLogFilters,
  cursor: string | null,
): Promise<{ lines: AuditLine[]; nextCursor: string | null }> {
  const after = cursor !== null && isId(cursor) ? lt(auditEntries.id, cursor) : undefined;
  const rows = await db
    .select({ entry: auditEntries, firstName: persons.firstName, lastName: persons.lastName })
    .from(auditEntries)
    .leftJoin(persons, and(eq(persons.id, auditEntries.actorId), eq(auditEntries.capacity, "admin")))
    .where(and(...conditionsOf(filters), after))
    .orderBy(desc(auditEntries.id))
    .limit(PAGE_SIZE + 1);
  const lines = rows.slice(0, PAGE_SIZE).map(({ entry: { seal, ...entry }, firstName, lastName }) =>
    Object.assign(entry, {
      actorName: firstName === null ? null : `${firstName} ${lastName ?? ""}`,
      sealed: seal !== null,
    }),
  );
  return { lines, nextCursor: rows.length > PAGE_SIZE ? (lines.at(-1)?.id ?? null) : null };
}

function conditionsOf({ action, from, before, actorId, subjectId }: AuditLogFilters): (SQL | undefined)[] {
  return [
    action ? eq(auditEntries.action, action) : undefined,
    from ? gte(auditEntries.at, from) : undefined,
    before ? lt(auditEntries.at, before) : undefined,
    actorId ? eq(auditEntries.actorId, actorId) : undefined,
    subjectId ? eq(auditEntries.subjectId, subjectId) : undefined,
  ];
}
