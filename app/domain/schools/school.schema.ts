import { z } from "zod";

/** A box left empty is not sent. */
export const informGuardiansSchema = z.object({
  school: z.string(),
  informsGuardians: z
    .literal("oui")
    .optional()
    .transform((checked) => checked === "oui"),
});
