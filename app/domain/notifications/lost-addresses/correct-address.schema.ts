import { z } from "zod";
import { typedIdentifier } from "#app/kernel/typed-text.ts";

const EXAMPLE = "Écrivez une adresse électronique, par exemple prenom.nom@exemple.fr.";

/** Of a representative, the right address; of the pupil, nothing but that mail may go there again. */
export const correctAddressSchema = z.union([
  z.object({
    guardianId: z.guid(),
    email: typedIdentifier({ error: EXAMPLE })
      .max(254, EXAMPLE)
      .transform((typed) => typed.toLowerCase())
      .pipe(z.email(EXAMPLE)),
  }),
  z.object({ guardianId: z.literal("") }),
]);
