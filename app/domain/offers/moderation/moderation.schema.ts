import { frenchNumber } from "#app/kernel/french-number.ts";
import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";

export const EXPLANATION_LENGTH = { min: 10, max: 1000 };
const MISSING = "Dites à la personne ce qui ne va pas et ce qu’elle peut corriger.";

export const rejectOfferSchema = z.object({
  explanation: typedText({ error: MISSING })
    .min(EXPLANATION_LENGTH.min, MISSING)
    .max(EXPLANATION_LENGTH.max, `Gardez ${frenchNumber(EXPLANATION_LENGTH.max)} caractères au plus.`),
});

const NO_REASON = "Dites à ses membres pourquoi ce SIRET n’est pas le leur.";

export const detachSchema = z.object({
  reason: typedText({ error: NO_REASON })
    .min(EXPLANATION_LENGTH.min, NO_REASON)
    .max(EXPLANATION_LENGTH.max, `Gardez ${frenchNumber(EXPLANATION_LENGTH.max)} caractères au plus.`),
});
