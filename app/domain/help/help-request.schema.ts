import { frenchNumber } from "#app/kernel/french-number.ts";
import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { HELP_BODY_LENGTH, HELP_TOPICS } from "./help-request.ts";

export const helpRequestSchema = z.object({
  topic: z.enum(HELP_TOPICS, { error: "Choisissez ce qui ressemble le plus à votre situation." }),
  body: typedText()
    .refine(
      (text) => [...text].length <= HELP_BODY_LENGTH,
      `Gardez ${frenchNumber(HELP_BODY_LENGTH)} caractères au plus : vous pourrez en dire plus de vive voix.`,
    )
    .default(""),
});
