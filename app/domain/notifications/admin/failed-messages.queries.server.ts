import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { messages, outboxEvents } from "#db/schema/index.ts";
import { withMaskedAddresses } from "#app/kernel/masked-address.ts";
import { afterCursor, cutPage, positionOfMessage } from "#app/domain/notifications/message-cursor.server.ts";
import { withoutAddresses } from "./message-log.queries.server.ts";

/** How many an administrator may decide on at once. */
export const MOST_AT_ONCE = 50;

const undecided = and(eq(messages.status, "failed"), isNull(messages.dismissedAt));

/** Messages given up that wait for a decision, the oldest first. */
export async function listFailedMessages(db: Queryable, cursor: string | null) {
  const after = afterCursor(cursor, { at: messages.createdAt, id: messages.id }, "oldest_first");
  const rows = await failed(db, and(undecided, after), MOST_AT_ONCE + 1);
  const { page, nextCursor } = cutPage(rows, MOST_AT_ONCE, positionOfMessage);
  return { messages: page, nextCursor };
}

/** Those chosen among them; what was decided on meanwhile is left out. */
export function listChosenFailures(db: Queryable, ids: readonly string[]) {
  const known = ids.filter(isId).slice(0, MOST_AT_ONCE);
  return failed(db, and(undecided, inArray(messages.id, known)), MOST_AT_ONCE);
}

async function failed(db: Queryable, which: SQL | undefined, limit: number) {
  const rows = await db
    .select({
      id: messages.id,
      subject: messages.subject,
      recipient: messages.recipient,
      personId: messages.personId,
      status: messages.status,
      attempts: messages.attempts,
      createdAt: messages.createdAt,
      lastError: messages.lastError,
      eventType: outboxEvents.type,
    })
    .from(messages)
    .leftJoin(outboxEvents, eq(outboxEvents.id, messages.eventId))
    .where(which)
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(limit);
  const lines = await withoutAddresses(db, rows);
  return lines.map((line) => ({ ...line, lastError: line.lastError && withMaskedAddresses(line.lastError) }));
}
