import { z } from "zod";
import { typedLine, typedText } from "#app/kernel/typed-text.ts";

export const accountSearchSchema = z.object({
  words: typedLine("Indiquez une adresse ou un nom.")
    .min(2, "Indiquez une adresse ou un nom : deux lettres au moins.")
    .max(254, "Gardez 254 caractères au plus."),
});

export const resetSecondFactorSchema = z.object({
  reason: typedText("Dites pourquoi.")
    .min(10, "Dites pourquoi, en une phrase : comment vous savez que c’est bien cette personne.")
    .max(500, "Gardez 500 caractères au plus."),
});
