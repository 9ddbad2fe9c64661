import { recordEvents } from "#app/domain/outbox/record-event.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { markDueReminders } from "./due-reminders.server.ts";
import type { Reminder } from "./reminders.ts";
import { reminderEvent } from "./reminder-event.server.ts";

export interface PlannedReminders {
  planned: number;
  /** The limit was met: others may be due as well. */
  more: boolean;
}

/** Thousands of reminders must not hold back what someone has just answered. */
const AFTER_ANSWERS = 10;

interface DueReminder extends Record<string, unknown> {
  id: string;
  today: CalendarDate;
  /** False when another process marked it first. */
  mine: boolean;
}

/**
 * Records the events of a reminder for the applications that it concerns now. The mark that keeps it from being sent twice and
 * the event are one transaction: run twice, or by several machines at once, each reminder is sent once.
 */
export async function planReminder(
  { db, clock }: UseCaseContext,
  { reminder, limit }: { reminder: Reminder; limit: number },
): Promise<PlannedReminders> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const due = await tx.execute<DueReminder>(markDueReminders(reminder, now, limit));
    const ours = due.filter(({ mine }) => mine);
    await recordEvents(
      tx,
      ours.map(({ id, today }) => reminderEvent(reminder, id, today)),
      now,
      { priority: AFTER_ANSWERS },
    );
    return { planned: ours.length, more: due.length === limit };
  });
}
