import { z } from "zod";
import { typedEmail } from "#app/kernel/typed-text.ts";

export const addressSearchSchema = z.object({
  address: typedEmail("Indiquez une adresse entière, par exemple prenom.nom@exemple.fr."),
});

/** Failed messages decided on together, as many as one page holds. */
export const chosenFailuresSchema = z.object({
  choix: z.array(z.guid()).min(1).max(50),
});
