import type { FinishLinkFailure, WeakPassword } from "#app/domain/accounts/account.failures.ts";
import type { OneTimePurpose } from "#app/domain/accounts/links/one-time-link.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const LINK_TITLES: Record<OneTimePurpose, string> = {
  sign_in: "Se connecter par e-mail",
  password_reset: "Choisir un nouveau mot de passe",
  admin_invitation: "Créer votre accès d’administration",
};

/** What pressing "Continuer" does. */
export const LINK_LEADS: Record<OneTimePurpose, string> = {
  sign_in: "Un bouton, et vous êtes dans votre espace.",
  password_reset: "Vous choisirez votre mot de passe à l’étape suivante.",
  admin_invitation: "Vous indiquerez votre nom et choisirez un mot de passe à l’étape suivante.",
};

const WEAK: Record<WeakPassword, string> = {
  short: "Choisissez au moins 10 caractères. Plusieurs mots à la suite font un bon mot de passe.",
  common:
    "Ce mot de passe est parmi les plus utilisés : il serait trouvé tout de suite. Choisissez-en un autre.",
  personal: "Ce mot de passe contient votre nom ou votre adresse. Choisissez-en un autre.",
  guessable: "Ce mot de passe est trop facile à deviner. Ajoutez un ou deux mots sans rapport entre eux.",
};

export function passwordRefusal(reason: WeakPassword): string {
  return WEAK[reason];
}

export const FINISH_REFUSALS: Record<FailureBut<FinishLinkFailure, "weak_password">["code"], string> = {
  over: "La demi-heure pour choisir un mot de passe est passée. Demandez un nouveau lien.",
  no_account:
    "Ce compte n’a plus d’adresse électronique. Demandez de l’aide à la personne qui gère vos accès.",
};

/** "encore 12 minutes", "encore 2 jours" */
export function timeLeft(minutes: number): string {
  if (minutes < 2) return "encore une minute";
  if (minutes < 120) return `encore ${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `encore ${hours} heures` : `encore ${Math.floor(hours / 24)} jours`;
}
