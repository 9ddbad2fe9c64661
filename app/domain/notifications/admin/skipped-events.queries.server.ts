import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { outboxEvents } from "#db/schema/index.ts";
import type { EventType } from "#app/domain/notifications/compose/event-registry.ts";
import { afterCursor, cutPage } from "#app/domain/notifications/message-cursor.server.ts";

const PAGE_SIZE = 50;

/** Events without message, with the reason, the newest first. */
export async function listSkippedEvents(
  db: Queryable,
  { eventType, cursor }: { eventType: EventType | null; cursor: string | null },
) {
  const rows = await db
    .select({
      id: outboxEvents.id,
      type: outboxEvents.type,
      skipReason: outboxEvents.skipReason,
      occurredAt: outboxEvents.occurredAt,
    })
    .from(outboxEvents)
    .where(
      and(
        isNotNull(outboxEvents.skipReason),
        eventType ? eq(outboxEvents.type, eventType) : undefined,
        afterCursor(cursor, { at: outboxEvents.occurredAt, id: outboxEvents.id }, "newest_first"),
      ),
    )
    .orderBy(desc(outboxEvents.occurredAt), desc(outboxEvents.id))
    .limit(PAGE_SIZE + 1);
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, ({ id, occurredAt }) => ({ id, at: occurredAt }));
  return { events: page, nextCursor };
}
