import { z } from "zod";
import { typedIdentifier } from "#app/kernel/typed-text.ts";

/** Spaces are let through: messages show the digits by three. */
export const letterCodeSchema = z.object({
  code: typedIdentifier({ error: "Écrivez les six chiffres du code." }).refine(
    (code) => /^\d{6}$/.test(code),
    "Le code a six chiffres. Recopiez-le tel qu’il est écrit.",
  ),
});

export const sendLinkSchema = z.object({
  guardianId: z.guid(),
});
