import { z } from "zod";
import { typedEmail, typedIdentifier, typedLine } from "#app/kernel/typed-text.ts";
import { newPassword } from "../../accounts/new-password.schema.ts";
import { compactSiret, isSiret } from "../siret.ts";

const nameOf = (missing: string) =>
  typedLine({ error: missing }).min(1, missing).max(100, "Gardez 100 caractères au plus.");

const SIRET = "Indiquez les quatorze chiffres du SIRET, par exemple 356 000 000 00048.";

export const hostSignUpSchema = z.object({
  firstName: nameOf("Indiquez votre prénom."),
  lastName: nameOf("Indiquez votre nom."),
  email: typedEmail("Indiquez votre adresse électronique, par exemple prenom.nom@exemple.fr."),
  password: newPassword,
  siret: typedIdentifier({ error: SIRET })
    .transform(compactSiret)
    .refine((siret) => /^\d{14}$/.test(siret), SIRET)
    .refine(
      isSiret,
      "Ce SIRET n’existe pas : vérifiez ses chiffres, sur une facture ou un courrier officiel.",
    ),
});
