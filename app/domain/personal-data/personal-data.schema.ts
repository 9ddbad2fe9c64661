import { z } from "zod";

/** What is said before must have been read: a box is ticked. */
export const requestErasureSchema = z.object({
  understood: z.literal("oui", { error: "Cochez cette case pour confirmer votre demande." }),
});
