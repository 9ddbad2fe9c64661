import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import { messages } from "#db/schema/index.ts";

/** The position of a row in a list ordered by an instant, then by identifier. */
export interface Position {
  id: string;
  at: Date;
}

/** What comes after a cursor in a list; one that does not read as one of ours gives the first page. */
export function afterCursor(
  cursor: string | null,
  { at, id }: Record<keyof Position, AnyColumn>,
  order: "newest_first" | "oldest_first",
): SQL | undefined {
  const [instant = "", afterId] = (cursor ?? "").split("_");
  if (!/^\d{1,13}$/.test(instant) || !isId(afterId)) return undefined;
  const text = new Date(Number(instant)).toISOString();
  const sign = sql.raw(order === "newest_first" ? "<" : ">");
  return sql`(${at}, ${id}) ${sign} (${text}::timestamptz, ${afterId}::uuid)`;
}

/** The same in a list of messages, the newest first. */
export function afterMessage(cursor: string | null): SQL | undefined {
  return afterCursor(cursor, { at: messages.createdAt, id: messages.id }, "newest_first");
}

/** A page of at most `size` rows out of one more, and where the next one starts. */
export function cutPage<Row>(rows: Row[], size: number, positionOf: (row: Row) => Position) {
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  if (!last) return { page, nextCursor: null };
  const { at, id } = positionOf(last);
  return { page, nextCursor: `${at.getTime()}_${id}` };
}

export function positionOfMessage({ id, createdAt }: { id: string; createdAt: Date }): Position {
  return { id, at: createdAt };
}
