import type { FinishLinkFailure } from "#app/domain/accounts/account.failures.ts";
import type { OneTimePurpose } from "#app/domain/accounts/links/one-time-link.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const LINK_TITLES: Record<OneTimePurpose, string> = {
  sign_in: "Se connecter par e-mail",
  password_reset: "Choisir un nouveau mot de passe",
  admin_invitation: "Créer votre accès d’administration",
  host_sign_up: "Confirmer votre adresse",
  school_claim: "Ouvrir l’espace de votre établissement",
  school_invitation: "Entrer dans l’espace de votre établissement",
  email_proof: "Confirmer votre adresse",
  school_request: "Confirmer votre demande",
  email_change_old: "Changement d’adresse",
  email_change_new: "Confirmer votre nouvelle adresse",
};

/** What pressing "Continuer" does. */
export const LINK_LEADS: Record<OneTimePurpose, string> = {
  sign_in: "Un bouton, et vous êtes dans votre espace.",
  password_reset: "Vous choisirez votre mot de passe à l’étape suivante.",
  school_claim: "Vous direz qui entre en premier, direction ou secrétariat, et à quelle adresse.",
  school_invitation: "Vous indiquerez votre nom et choisirez un mot de passe à l’étape suivante.",
  school_request: "Votre demande sera transmise à la direction et au secrétariat de l’établissement.",
  email_change_old: "Quelqu’un demande que votre compte ait une autre adresse électronique.",
  email_change_new:
    "Elle remplacera celle de votre compte. Nous vous demanderons d’abord de vous connecter, si ce n’est pas déjà fait.",
  email_proof: "Nous écrirons à cette adresse, et vous pourrez vous connecter avec elle.",
  host_sign_up: "Votre compte sera créé, et vous serez dans votre espace employeur.",
  admin_invitation: "Vous indiquerez votre nom et choisirez un mot de passe à l’étape suivante.",
};

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
