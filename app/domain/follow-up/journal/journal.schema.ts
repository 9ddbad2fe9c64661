import { z } from "zod";
import { isCalendarDate } from "#app/kernel/calendar-date.ts";
import { cleanText } from "#app/kernel/clean-text.ts";
import { JOURNAL_LENGTH } from "./journal.ts";

export const journalSchema = z.object({
  day: z.string().refine(isCalendarDate),
  body: z
    .string()
    .default("")
    .transform((text) => cleanText(text).trim())
    .refine((text) => [...text].length <= JOURNAL_LENGTH, {
      error: `Écrivez ${JOURNAL_LENGTH} caractères au plus : quelques lignes suffisent.`,
    }),
});
