import {
  placementDayBefore,
  placementEnded,
  placementFirstDay,
  placementLastDay,
  placementWeekBefore,
} from "#app/domain/agreements/placement-events.ts";
import { applicationAnswerReminder, applicationConfirmReminder } from "#app/domain/applications/events.ts";
import { newEvent, type NewEvent } from "#app/domain/outbox/record-event.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Reminder } from "./reminders.ts";

/** The event of a reminder about an application, on this day of the place's calendar. */
export function reminderEvent(reminder: Reminder, applicationId: string, onDay: CalendarDate): NewEvent {
  switch (reminder) {
    case "answer_reminder_4":
      return newEvent(applicationAnswerReminder, { applicationId, day: 4 });
    case "answer_reminder_8":
      return newEvent(applicationAnswerReminder, { applicationId, day: 8 });
    case "confirm_reminder":
      return newEvent(applicationConfirmReminder, { applicationId });
    case "week_before":
      return newEvent(placementWeekBefore, { applicationId });
    case "day_before":
      return newEvent(placementDayBefore, { applicationId, onDay });
    case "first_day":
      return newEvent(placementFirstDay, { applicationId, onDay });
    case "last_day":
      return newEvent(placementLastDay, { applicationId, onDay });
    case "ended":
      return newEvent(placementEnded, { applicationId });
  }
}
