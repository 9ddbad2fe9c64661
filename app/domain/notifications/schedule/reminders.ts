/** What the service reminds people of by itself, each once. */
export const REMINDERS = [
  "answer_reminder_4",
  "answer_reminder_8",
  "confirm_reminder",
  "week_before",
  "day_before",
  "first_day",
  "last_day",
  "ended",
] as const;
export type Reminder = (typeof REMINDERS)[number];
