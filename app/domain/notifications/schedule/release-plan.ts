import { last } from "#app/kernel/last.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { localDate } from "#app/kernel/local-time.ts";
import type { TimeZone } from "#app/kernel/time-zones.ts";
import { isQuietHour, quietHoursStart, afterQuietHours, tomorrowMorning } from "./quiet-hours.ts";

/** What is known of a message that waits for a recipient. */
export interface Waiting {
  id: string;
  channel: string;
  notBefore: Date;
  timeZone: TimeZone;
}

export type Release<Message> =
  /** Nothing leaves now; what is due comes back then. */
  | { kind: "put_off"; due: Message[]; until: Date }
  /** One leaves as it is, in the one daily slot. */
  | { kind: "send"; message: Message; day: CalendarDate }
  /** Several leave as one digest. */
  | { kind: "group"; together: Message[]; day: CalendarDate };

/** Where the recipient lives by the latest message: someone may move between two. */
export function zoneOf(waiting: readonly Waiting[]): TimeZone {
  return last(waiting)?.timeZone ?? "Europe/Paris";
}

/**
 * What leaves of what waits for one recipient, the oldest first: outside their quiet hours, and one message a day. What is due
 * later on the same day joins the digest, since its hour would find the day taken. Text messages cannot be put together.
 */
export function planRelease<Message extends Waiting>(
  waiting: readonly Message[],
  { now, dayTaken }: { now: Date; dayTaken: (day: CalendarDate) => boolean },
): Release<Message> {
  const timeZone = zoneOf(waiting);
  const day = localDate(now, timeZone);
  const due = waiting.filter(({ notBefore }) => notBefore <= now);
  const [first] = due;
  if (!first || isQuietHour(now, timeZone))
    return { kind: "put_off", due, until: afterQuietHours(now, timeZone) };
  if (dayTaken(day)) return { kind: "put_off", due, until: tomorrowMorning(now, timeZone) };
  const evening = quietHoursStart(day, timeZone);
  const together = waiting.filter(({ channel, notBefore }) => channel === "email" && notBefore < evening);
  if (first.channel !== "email" || together.length === 1) return { kind: "send", message: first, day };
  return { kind: "group", together, day };
}
