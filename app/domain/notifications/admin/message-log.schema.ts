import { z } from "zod";

export const addressSearchSchema = z.object({
  address: z
    .email({ error: "Indiquez une adresse entière, par exemple prenom.nom@exemple.fr." })
    .max(254, "Cette adresse est trop longue."),
});

/** Failed messages decided on together, as many as one page holds. */
export const chosenFailuresSchema = z.object({
  choix: z.array(z.uuid()).min(1).max(50),
});
