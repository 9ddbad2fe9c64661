import type { AddPasskeyFailure } from "#app/domain/accounts/account.failures.ts";

/** Name of what browsers throw when nothing is known of it. */
export const PASSKEY_SILENCE = "NotAllowedError";

const TROUBLES: Record<string, string> = {
  [PASSKEY_SILENCE]:
    "L’appareil n’a rien confirmé : la demande a été annulée, ou le temps est passé. Réessayez.",
  InvalidStateError: "Cet appareil a déjà une clé d’accès pour votre compte.",
  SecurityError: "Les clés d’accès ne fonctionnent pas à cette adresse.",
};

const UNKNOWN = "Ce navigateur ou cet appareil ne sait pas utiliser de clé d’accès.";

/** What the browser refuses, by the name of its exception. */
export function passkeyTrouble(name: string): string {
  return TROUBLES[name] ?? UNKNOWN;
}

export const PASSKEY_REFUSALS: Record<AddPasskeyFailure["code"], string> = {
  not_offered: "Les clés d’accès ne sont pas proposées aux élèves.",
  refused: "La réponse de l’appareil ne correspond pas à cette page. Rechargez-la et réessayez.",
  too_many: "Vous avez déjà dix clés d’accès. Supprimez-en une pour en ajouter une autre.",
  already_added: "Cet appareil a déjà une clé d’accès pour votre compte.",
};

/** Of a sign-in: whether the passkey is unknown or its answer wrong is not told. */
export const PASSKEY_NOT_ACCEPTED =
  "Cette clé d’accès n’a pas été acceptée. Réessayez, ou connectez-vous avec votre mot de passe.";
