import { z } from "zod";
import { typedEmail } from "#app/kernel/typed-text.ts";
import { newPassword } from "../new-password.schema.ts";

const ASK = "Indiquez votre mot de passe actuel.";
const current = z.string({ error: ASK }).min(1, ASK).max(200, "Ce mot de passe n’est pas le bon.");

export const changePasswordSchema = z.object({ current, password: newPassword });

const ADDRESS = "Indiquez la nouvelle adresse, par exemple prenom.nom@exemple.fr.";

/** Of an account without password, the session itself is the proof. */
export function emailChangeSchema({ hasPassword }: { hasPassword: boolean }) {
  return z.object({
    newEmail: typedEmail(ADDRESS),
    proof: hasPassword ? current : z.literal("").default(""),
    oldIsLost: z
      .literal("oui")
      .optional()
      .transform((checked) => checked === "oui"),
  });
}

/** What only someone who knows the password may ask for. */
export const confirmedSchema = z.object({ confirmation: current });
