import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { REFERENT_REASON_LENGTH } from "./referent.ts";

export const entrustSchema = z.object({
  personId: z.guid({ error: "Choisissez une personne." }),
  reason: typedText().max(REFERENT_REASON_LENGTH, "Gardez 300 caractères au plus.").default(""),
});

export const endReferentSchema = z.object({ referentId: z.guid() });
