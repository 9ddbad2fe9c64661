import { sql, type SQL } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import { messages } from "#db/schema/index.ts";

interface Place {
  id: string;
  createdAt: Date;
}

/** Where a list of messages, the newest first, goes on after this one. */
export function messageCursor({ createdAt, id }: Place): string {
  return `${createdAt.getTime()}_${id}`;
}

/** What comes after a cursor; one that does not read as one of ours gives the first page. */
export function afterMessage(cursor: string | null): SQL | undefined {
  const [instant, id] = (cursor ?? "").split("_");
  if (!/^\d{1,13}$/.test(instant ?? "") || !isId(id)) return undefined;
  const at = new Date(Number(instant)).toISOString();
  return sql`(${messages.createdAt}, ${messages.id}) < (${at}::timestamptz, ${id}::uuid)`;
}

/** A page of at most `size` rows out of one more, and where the next one starts. */
export function cutPage<Row extends Place>(rows: Row[], size: number) {
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return { page, nextCursor: last ? messageCursor(last) : null };
}
