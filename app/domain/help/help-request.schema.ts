import { frenchNumber } from "#app/kernel/french-number.ts";
import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { HELP_BODY_LENGTH, HELP_TOPICS, isDelicate, WHOLE_TEAM } from "./help-request.ts";

const upTo = (rest: string) => `Gardez ${frenchNumber(HELP_BODY_LENGTH)} caractères au plus${rest}`;
const isShort = (text: string) => [...text].length <= HELP_BODY_LENGTH;
const words = (rest: string) => typedText().refine(isShort, upTo(rest));

export const helpRequestSchema = z
  .object({
    topic: z.enum(HELP_TOPICS, { error: "Choisissez ce qui ressemble le plus à votre situation." }),
    reader: z
      .union([z.literal(WHOLE_TEAM), z.guid()], { error: "Choisissez qui doit lire votre message." })
      .optional(),
    body: words(" : vous pourrez en dire plus de vive voix.").default(""),
  })
  .refine(({ topic, reader }) => !isDelicate(topic) || reader !== undefined, {
    path: ["reader"],
    error: "Choisissez qui doit lire ce message : une seule personne, ou toute l’équipe.",
  });

const EMPTY = "Écrivez votre message : quelques mots suffisent.";

/** What the pupil or an adult writes next. */
export const helpMessageSchema = z.object({
  body: typedText({ error: EMPTY }).min(1, EMPTY).refine(isShort, upTo(".")),
});

/** What was done, said by who closes the request; the rules say when it is needed. */
export const closingSchema = z.object({ note: words(".").default("") });
