import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { NOTE_LENGTH } from "./host-memory.ts";

const EMPTY = "Écrivez votre note : quelques mots suffisent.";

export const hostNoteSchema = z.object({
  host: z.string().regex(/^\d{14}_\d{7}[A-Z]$/),
  noteId: z.guid().optional(),
  body: typedText({ error: EMPTY }).min(1, EMPTY).max(NOTE_LENGTH, "Gardez 1 000 caractères au plus."),
});

export const removeHostNoteSchema = z.object({ noteId: z.guid() });
