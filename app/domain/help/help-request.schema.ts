import { z } from "zod";
import { HELP_BODY_LENGTH, HELP_TOPICS } from "./help-request.ts";

export const helpRequestSchema = z.object({
  topic: z.enum(HELP_TOPICS, { error: "Choisissez ce qui ressemble le plus à votre situation." }),
  body: z
    .string()
    .trim()
    .refine(
      (text) => [...text].length <= HELP_BODY_LENGTH,
      `Gardez ${HELP_BODY_LENGTH} caractères au plus : vous pourrez en dire plus de vive voix.`,
    )
    .default(""),
});
