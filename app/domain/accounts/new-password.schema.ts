import { z } from "zod";

/** Before its strength is judged. */
export const newPassword = z
  .string({ error: "Choisissez un mot de passe." })
  .min(1, "Choisissez un mot de passe.")
  .max(200, "Ce mot de passe est trop long : 200 caractères au plus.");
