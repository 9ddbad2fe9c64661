import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { CANCEL_REASONS, DECLINE_REASONS, MOTIVATION_LENGTH } from "./application.ts";

/** An application as its form sends it; `weeks` holds one of the choices the offer still takes. */
export const submitApplicationSchema = z.object({
  motivation: typedText({ error: "Écrivez quelques lignes sur ce qui vous attire dans ce stage." })
    // Characters as the database counts them: a pictogram is one.
    .refine(
      (text) => [...text].length >= MOTIVATION_LENGTH.min,
      `Votre motivation est un peu courte : écrivez au moins ${MOTIVATION_LENGTH.min} caractères.`,
    )
    .max(
      MOTIVATION_LENGTH.max,
      `Votre motivation est trop longue : gardez ${MOTIVATION_LENGTH.max} caractères au plus.`,
    ),
  periode: z.enum(["deux-semaines", "semaine-1", "semaine-2"], {
    error: "Choisissez les semaines de votre stage.",
  }),
});

export const declineApplicationSchema = z.object({
  reason: z.enum(DECLINE_REASONS, { error: "Choisissez une raison : elle aide l’élève à comprendre." }),
});

export const cancelApplicationSchema = z.object({
  reason: z.enum(CANCEL_REASONS, { error: "Choisissez une raison : l’élève et son lycée la liront." }),
  /** The place is free again: the host may not want another pupil there. */
  pauseOffer: z
    .literal("oui")
    .optional()
    .transform((typed) => typed === "oui"),
});

export const transferApplicationSchema = z.object({
  offerId: z.guid({ error: "Choisissez l’offre qui pourra répondre à l’élève." }),
  /** The host has read how far it is. */
  evenFar: z
    .literal("oui")
    .optional()
    .transform((typed) => typed === "oui"),
});
