import { z } from "zod";
import { newPassword } from "#app/domain/accounts/new-password.schema.ts";
import { typedBirthDate } from "#app/domain/schools/classes/school-classes.schema.ts";
import { typedEmail, typedIdentifier } from "#app/kernel/typed-text.ts";
import { isCode, normaliseCode } from "./activation-code.ts";

const CODE =
  "Le code a douze lettres et chiffres, en trois groupes de quatre. Il n’a jamais de I, de L ni de 1.";

export const openCodeSchema = z.object({
  activationCode: typedIdentifier({ error: CODE }).transform(normaliseCode).refine(isCode, CODE),
  birthDate: typedBirthDate,
});

export const activateSchema = z.object({
  password: newPassword,
  email: typedEmail("Indiquez une adresse électronique, par exemple prenom.nom@exemple.fr, ou laissez vide.")
    .optional()
    .transform((email) => email ?? null),
});

/** Which pupils of the class: one box each. */
export const chosenPupilsSchema = z.object({
  pupil: z.array(typedIdentifier().pipe(z.guid())).max(300).default([]),
});
