import { recordEvents } from "#app/domain/outbox/record-event.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { UseCaseContext } from "../use-case.ts";
import { markDueNotices } from "./due-notices.server.ts";
import type { Notice } from "./notices.ts";
import { reminderEvent } from "./reminder-event.server.ts";

export interface PlannedNotices {
  planned: number;
  /** The limit was met: others may be due as well. */
  more: boolean;
}

/** Thousands of notices must not hold back what someone has just answered. */
const AFTER_ANSWERS = 10;

interface DueNotice extends Record<string, unknown> {
  id: string;
  today: CalendarDate;
  /** False when another process marked it first. */
  mine: boolean;
}

/**
 * Records the events of a notice for the applications that it concerns now. The mark that keeps it from being given twice and
 * the event are one transaction: run twice, or by several machines at once, each notice is given once.
 */
export async function planNotices(
  { db, clock }: UseCaseContext,
  { notice, limit }: { notice: Notice; limit: number },
): Promise<PlannedNotices> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const due = await tx.execute<DueNotice>(markDueNotices(notice, now, limit));
    const ours = due.filter(({ mine }) => mine);
    await recordEvents(
      tx,
      ours.map(({ id, today }) => reminderEvent(notice, id, today)),
      now,
      { priority: AFTER_ANSWERS },
    );
    return { planned: ours.length, more: due.length === limit };
  });
}
