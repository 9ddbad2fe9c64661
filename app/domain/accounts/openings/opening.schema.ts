import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { OPENING_REASONS } from "./opening.ts";

const EXPLAIN = "Expliquez en une phrase pourquoi vous consultez ce compte : la personne la lira.";

export const openAccountSchema = z.object({
  reason: z.enum(OPENING_REASONS, { error: "Choisissez un motif." }),
  explanation: typedText({ error: EXPLAIN }).min(10, EXPLAIN).max(500, "Gardez 500 caractères au plus."),
});
