import { frenchNumber } from "#app/kernel/french-number.ts";
import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { MOTIVATION_LENGTH } from "#app/domain/applications/application.ts";
import { EMPTY_NOTES, NOTE_MAX_LENGTH } from "./letter.ts";

const note = typedText()
  .max(NOTE_MAX_LENGTH, `Gardez ${frenchNumber(NOTE_MAX_LENGTH)} caractères au plus : l’essentiel suffit.`)
  .default("");

/** Answers to the three prompts, as the form sends them and as a draft keeps them. */
export const letterNotesSchema = z.object({ attraction: note, background: note, curiosity: note });

/** A letter under way: as short as one likes, answers to the prompts included. */
export const draftLetterSchema = letterNotesSchema.extend({
  motivation: typedText()
    .max(MOTIVATION_LENGTH.max, `Gardez ${frenchNumber(MOTIVATION_LENGTH.max)} caractères au plus.`)
    .default(""),
});

/** What a draft holds of the answers; one that a past form left otherwise counts for nothing. */
export function readNotes(kept: unknown) {
  const notes = letterNotesSchema.safeParse(kept ?? {});
  return notes.success ? notes.data : EMPTY_NOTES;
}
