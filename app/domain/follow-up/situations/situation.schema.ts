import { z } from "zod";
import { typedDay } from "#app/kernel/typed-day.ts";
import { typedText } from "#app/kernel/typed-text.ts";
import { EXEMPTION_REASONS, PROGRAMME_LENGTH, SITUATION_KINDS } from "./situation.ts";

const PROGRAMME = `Décrivez le programme en ${PROGRAMME_LENGTH.min} caractères au moins.`;

/** Which of the reason and of the programme is asked for follows from the kind; the other one is left out. */
export const declareSituationSchema = z
  .object({
    kind: z.enum(SITUATION_KINDS, { error: "Choisissez une situation." }),
    startsOn: typedDay("Indiquez le premier jour."),
    endsOn: typedDay("Indiquez le dernier jour."),
    reason: z.enum(EXEMPTION_REASONS, { error: "Choisissez un motif." }).optional(),
    programme: typedText().max(PROGRAMME_LENGTH.max, "Gardez 1 000 caractères au plus.").optional(),
  })
  .superRefine(({ kind, startsOn, endsOn, reason, programme }, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (endsOn < startsOn) wrong("endsOn", "Le dernier jour vient après le premier.");
    if (kind === "exempt" && !reason) wrong("reason", "Choisissez un motif.");
    if (kind === "at_school" && (programme ?? "").length < PROGRAMME_LENGTH.min)
      wrong("programme", PROGRAMME);
  })
  .transform(({ kind, startsOn, endsOn, reason, programme }) => ({
    kind,
    startsOn,
    endsOn,
    reason: kind === "exempt" ? (reason ?? null) : null,
    programme: kind === "at_school" ? (programme ?? "") : null,
  }));
export type DeclaredSituation = z.output<typeof declareSituationSchema>;

export const cancelSituationSchema = z.object({ situationId: z.guid() });
