import { z } from "zod";

/** Spaces are let through: messages show the digits by three. */
export const letterCodeSchema = z.object({
  code: z
    .string({ error: "Écrivez les six chiffres du code." })
    .transform((typed) => typed.replace(/\s/g, ""))
    .refine((code) => /^\d{6}$/.test(code), "Le code a six chiffres. Recopiez-le tel qu’il est écrit."),
});

export const sendLinkSchema = z.object({
  guardianId: z.uuid(),
});
