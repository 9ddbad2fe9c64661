import { z } from "zod";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { typedDay } from "#app/kernel/typed-day.ts";
import { PROFILE_LENGTHS } from "./school-profile.ts";
import { typedEmail, typedLine, typedText } from "#app/kernel/typed-text.ts";

const tooLong = (max: number) => `Gardez ${frenchNumber(max)} caractères au plus.`;
const line = (max: number) => typedLine().max(max, tooLong(max)).optional();
const text = (max: number) => typedText().max(max, tooLong(max)).optional();

const PHONE = "Écrivez un numéro de téléphone, par exemple 02 99 00 12 34.";
/** Signs that people put between figures; nine figures at least, with or without the country. */
const phone = typedLine()
  .max(30, PHONE)
  .refine((typed) => /^\+?[\d\s./()-]+$/.test(typed) && typed.replace(/\D/g, "").length >= 9, PHONE)
  .optional();

export const schoolProfileSchema = z.object({
  phone,
  email: typedEmail("Cette adresse électronique semble incomplète.").optional(),
  weekContact: line(100),
  weekPhone: phone,
  meetingPlace: line(200),
  announcement: text(PROFILE_LENGTHS.announcement),
  instructions: text(PROFILE_LENGTHS.instructions),
  deliberatedOn: typedDay("Indiquez la date de la délibération.").optional(),
});
