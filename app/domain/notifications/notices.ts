import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { NoticeEvent } from "./events.ts";

/** What the service tells by itself, each once. */
export const NOTICES = [
  "answer_reminder_4",
  "answer_reminder_8",
  "confirm_reminder",
  "week_before",
  "day_before",
  "first_day",
  "ended",
] as const;
export type Notice = (typeof NOTICES)[number];

/** The event of a notice about an application, on this day of the place's calendar. */
export function noticeEvent(notice: Notice, applicationId: string, onDay: CalendarDate): NoticeEvent {
  switch (notice) {
    case "answer_reminder_4":
      return { type: "application.answer_reminder", applicationId, day: 4 };
    case "answer_reminder_8":
      return { type: "application.answer_reminder", applicationId, day: 8 };
    case "confirm_reminder":
      return { type: "application.confirm_reminder", applicationId };
    case "week_before":
      return { type: "placement.week_before", applicationId };
    case "day_before":
      return { type: "placement.day_before", applicationId, onDay };
    case "first_day":
      return { type: "placement.first_day", applicationId, onDay };
    case "ended":
      return { type: "placement.ended", applicationId };
  }
}
