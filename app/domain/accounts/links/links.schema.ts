import { z } from "zod";
import { newPassword } from "../new-password.schema.ts";
import { typedEmail, typedLine } from "#app/kernel/typed-text.ts";

export const linkRequestSchema = z.object({
  email: typedEmail("Indiquez votre adresse électronique, par exemple prenom.nom@exemple.fr."),
});

const nameOf = (missing: string) =>
  typedLine({ error: missing }).min(1, missing).max(100, "Gardez 100 caractères au plus.");

const ofAccount = z
  .object({ password: newPassword })
  .transform((typed) => ({ password: typed.password, name: null }));

/** Of someone who has no account yet. */
const ofNewcomer = z
  .object({
    password: newPassword,
    firstName: nameOf("Indiquez votre prénom."),
    lastName: nameOf("Indiquez votre nom."),
  })
  .transform(({ firstName, lastName, ...typed }) => ({
    password: typed.password,
    name: { firstName, lastName },
  }));

export function finishLinkSchema({ hasAccount }: { hasAccount: boolean }) {
  return hasAccount ? ofAccount : ofNewcomer;
}
