import { z } from "zod";
import { typedEmail, typedIdentifier } from "#app/kernel/typed-text.ts";

export const signInSchema = z.object({
  email: typedEmail("Indiquez votre adresse électronique, par exemple prenom.nom@exemple.fr."),
  password: z
    .string({ error: "Indiquez votre mot de passe." })
    .min(1, "Indiquez votre mot de passe.")
    .max(200, "Ce mot de passe est trop long."),
});

const SIX_DIGITS = "Recopiez les six chiffres affichés par votre application.";

/** A code of the application, or a recovery code: sixteen letters and digits, however they are cut. */
export const secondFactorSchema = z.object({
  code: typedIdentifier({ error: SIX_DIGITS }).regex(
    /^(\d{6}|[a-z0-9]{4}(-?[a-z0-9]{4}){3})$/i,
    "Le code de vérification a six chiffres, un code de secours seize lettres et chiffres.",
  ),
});

export const enrolmentSchema = z.object({
  code: typedIdentifier({ error: SIX_DIGITS }).regex(/^\d{6}$/, "Le code de vérification a six chiffres."),
  sealed: z.string().max(500),
});
