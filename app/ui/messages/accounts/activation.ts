import type { CodeState } from "#app/domain/activation/activation-code.ts";
import type {
  ActivateFailure,
  CardsFailure,
  OpenCodeFailure,
} from "#app/domain/activation/activation.failures.ts";
import { deadlineWords } from "#app/kernel/deadline.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const OPEN_CODE_REFUSALS: Record<OpenCodeFailure["code"], string> = {
  wrong:
    "Le code ou la date de naissance ne correspond pas. Vérifiez-les sur votre carte, ou demandez de l’aide au lycée.",
  over: "Cette carte ne sert plus : elle a déjà servi, une autre l’a remplacée, ou son délai est passé. Demandez-en une nouvelle au lycée.",
};

export const ACTIVATE_REFUSALS: Record<FailureBut<ActivateFailure, "weak_password">["code"], string> = {
  over: OPEN_CODE_REFUSALS.over,
};

export const CARDS_REFUSALS: Record<FailureBut<CardsFailure, "not_found">["code"], string> = {
  nobody: "Cochez au moins un élève.",
};

type Code = { state: CodeState; expiresAt: Date | string };

const CARD_STATES: Record<Exclude<CodeState, "valid">, string> = {
  used: "Carte utilisée.",
  revoked: "Code annulé.",
  expired: "Le délai de la carte est passé.",
};

/** Where a pupil's account and card stand. */
export function cardStanding({ activated, code }: { activated: boolean; code: Code | null }): string {
  if (activated && code?.state !== "valid")
    return "Compte activé. Une nouvelle carte permet de choisir un autre mot de passe.";
  if (code === null) return "Pas encore de carte.";
  return code.state === "valid" ? `Carte imprimée, ${validUntil(code.expiresAt)}.` : CARD_STATES[code.state];
}

/** "valable jusqu’au 28 juin inclus", of a code that serves. */
export function validUntil(expiresAt: Date | string): string {
  return `valable jusqu’au ${deadlineWords(new Date(expiresAt), { year: true })}`;
}
