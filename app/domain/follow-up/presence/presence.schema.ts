import { z } from "zod";
import { isCalendarDate } from "#app/kernel/calendar-date.ts";

/** What is said of one pupil on one day, from the page of the school. */
export const presenceSchema = z.object({
  agreementId: z.guid(),
  day: z.string().refine(isCalendarDate),
});
