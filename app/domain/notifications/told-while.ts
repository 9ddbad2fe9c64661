import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import type { EventType } from "#app/domain/outbox/event-classes.ts";
import { localDate } from "#app/kernel/local-time.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { TimeZone } from "#app/kernel/time-zones.ts";

/** Messages that wait for their hour are true only while the application they are about stands so. */
const TOLD_WHILE: Partial<Record<EventType, readonly ApplicationStatus[]>> = {
  "application.submitted": ["submitted", "seen"],
  "application.seen": ["seen"],
  "application.answer_reminder": ["submitted", "seen"],
  "application.confirm_reminder": ["accepted"],
  "placement.week_before": ["confirmed"],
  "placement.day_before": ["confirmed"],
  "placement.first_day": ["confirmed"],
  "placement.ended": ["confirmed"],
};

/** What a waiting message told, and where that stands now. */
export interface WaitingFact {
  eventType: string | null;
  /** The day on which it had to be told, if it was tied to one. */
  onDay: CalendarDate | null;
  applicationStatus: ApplicationStatus | null;
  /** The offer it is about can be asked for. */
  offerIsOpen: boolean;
  /** One at least of the offers that it tells can still be asked for by its reader. */
  alertTells: boolean;
  timeZone: TimeZone;
}

/** True when its day has passed for the recipient, or when what it says is so no more. */
export function isOutdated(
  { eventType, onDay, applicationStatus, offerIsOpen, alertTells, timeZone }: WaitingFact,
  now: Date,
): boolean {
  if (onDay !== null && localDate(now, timeZone) > onDay) return true;
  if (eventType === "offer.reopened") return !offerIsOpen;
  if (eventType === "alert.matched") return !alertTells;
  const statuses = Object.entries(TOLD_WHILE).find(([type]) => type === eventType)?.[1];
  return statuses !== undefined && (applicationStatus === null || !statuses.includes(applicationStatus));
}
