import { z } from "zod";
import { typedIdentifier } from "#app/kernel/typed-text.ts";

const NO_NAME =
  "Indiquez votre adresse électronique, par exemple prenom.nom@exemple.fr, ou votre identifiant.";

export const signInSchema = z.object({
  /** Or the name that stands for one. */
  email: typedIdentifier({ error: NO_NAME })
    .min(1, NO_NAME)
    .max(254, NO_NAME)
    .regex(/^([^@]+@[^@]+\.[^@]+|[a-z]+-[a-z0-9]+)$/i, NO_NAME),
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
