import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { MOST_REMINDED, REMINDER_WORDS_LENGTH } from "./reminder.ts";

export const sendRemindersSchema = z.object({
  choix: z
    .array(z.guid(), { error: "Choisissez au moins un élève dans le tableau." })
    .min(1, "Choisissez au moins un élève dans le tableau.")
    .max(MOST_REMINDED, "Choisissez cent élèves au plus."),
  words: typedText().max(REMINDER_WORDS_LENGTH, "Gardez 300 caractères au plus.").default(""),
});
