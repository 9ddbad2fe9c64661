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
