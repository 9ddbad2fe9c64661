import type { Urgency } from "#app/domain/outbox/urgency.ts";
import type { Channel } from "#app/domain/outbox/channels.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { TimeZone } from "#app/kernel/time-zones.ts";
import { quietHoursEnd, nextDigest, afterQuietHours } from "./quiet-hours.ts";

/** What decides when a message leaves. */
export interface ToPlan {
  urgency: Urgency;
  /** "none": for the notification centre alone. */
  channel: Channel | "none";
  timeZone: TimeZone;
  /** The recipient chose not to get such messages. */
  refused: boolean;
  /** As many as can leave today without waiting have left. */
  overDailyLimit: boolean;
  /** The day on which it must be read, for what is tied to one. */
  onDay: CalendarDate | null;
}

export interface MessagePlan {
  status: "pending" | "waiting" | "declined" | "shown";
  /** Never sent before this instant. */
  notBefore: Date;
}

/** When and whether a message leaves, as it is written. */
export function planMessage(message: ToPlan, now: Date): MessagePlan {
  const { timeZone, onDay } = message;
  if (message.channel === "none") return { status: "shown", notBefore: now };
  if (message.refused) return { status: "declined", notBefore: now };
  if (message.urgency === "immediate")
    return message.overDailyLimit
      ? { status: "waiting", notBefore: nextDigest(now, timeZone) }
      : { status: "pending", notBefore: now };
  const soonest = afterQuietHours(now, timeZone);
  const morning = onDay === null ? soonest : quietHoursEnd(onDay, timeZone);
  return { status: "waiting", notBefore: morning > soonest ? morning : soonest };
}
