import { z } from "zod";

export const signInSchema = z.object({
  email: z
    .email({ error: "Indiquez votre adresse électronique, par exemple prenom.nom@exemple.fr." })
    .max(254),
  password: z
    .string({ error: "Indiquez votre mot de passe." })
    .min(1, "Indiquez votre mot de passe.")
    .max(200, "Ce mot de passe est trop long."),
});

export const secondFactorSchema = z.object({
  code: z
    .string({ error: "Recopiez les six chiffres affichés par votre application." })
    .transform((code) => code.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Le code de vérification a six chiffres.")),
});
