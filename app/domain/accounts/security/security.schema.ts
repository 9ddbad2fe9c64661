import { z } from "zod";
import { newPassword } from "../new-password.schema.ts";

const ASK = "Indiquez votre mot de passe actuel.";
const current = z.string({ error: ASK }).min(1, ASK).max(200, "Ce mot de passe n’est pas le bon.");

export const changePasswordSchema = z.object({ current, password: newPassword });

/** What only someone who knows the password may ask for. */
export const confirmedSchema = z.object({ confirmation: current });
