import { z } from "zod";
import { typedEmail, typedIdentifier } from "#app/kernel/typed-text.ts";

export const signInSchema = z.object({
  email: typedEmail("Indiquez votre adresse électronique, par exemple prenom.nom@exemple.fr."),
  password: z
    .string({ error: "Indiquez votre mot de passe." })
    .min(1, "Indiquez votre mot de passe.")
    .max(200, "Ce mot de passe est trop long."),
});

export const secondFactorSchema = z.object({
  code: typedIdentifier({ error: "Recopiez les six chiffres affichés par votre application." }).regex(
    /^\d{6}$/,
    "Le code de vérification a six chiffres.",
  ),
});
