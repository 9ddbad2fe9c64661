import { hasKey } from "#app/kernel/has-key.ts";
import type { MessageStatus } from "#app/domain/notifications/message-states.ts";
import type { EventType } from "#app/domain/notifications/compose/event-registry.ts";
import type { SkipReason } from "#app/domain/notifications/skip-reasons.ts";
import type { Channel } from "#app/domain/outbox/channels.ts";
import type { Urgency } from "#app/domain/outbox/urgency.ts";
import type { Role } from "#app/domain/accounts/actor.ts";
import type { Tone } from "../../components/status-badge.tsx";
import { roleLabel } from "#app/ui/messages/accounts/roles.ts";

const STATUSES: Record<MessageStatus, { tone: Tone; text: string; meaning: string }> = {
  waiting: { tone: "info", text: "En attente de la bonne heure", meaning: "Partira entre 7 h et 21 h." },
  pending: { tone: "info", text: "À envoyer", meaning: "Partira dès que le prestataire le prend." },
  sent: { tone: "success", text: "Envoyé", meaning: "Le prestataire l’a pris." },
  failed: { tone: "error", text: "Échec", meaning: "Abandonné : quelqu’un doit décider." },
  grouped: { tone: "neutral", text: "Dans un résumé", meaning: "Réuni avec d’autres dans un seul e-mail." },
  suppressed: { tone: "warning", text: "Adresse arrêtée", meaning: "L’adresse n’accepte plus de courrier." },
  declined: { tone: "neutral", text: "Refusé", meaning: "La personne ne veut pas ces e-mails." },
  shown: { tone: "neutral", text: "Dans le service seulement", meaning: "Lisible dans les notifications." },
};

export function messageStatusText(status: MessageStatus) {
  return STATUSES[status];
}

const PROVIDER_STATUSES = {
  delivered: "Remis",
  delayed: "Remise retardée",
  bounced: "Refusé par la messagerie",
  complained: "Signalé comme indésirable",
  failed: "Non envoyé",
};

/** The provider's last word. */
export function providerStatusText(status: string | null): string | null {
  if (!status) return null;
  return hasKey(PROVIDER_STATUSES, status) ? PROVIDER_STATUSES[status] : "Réponse inconnue du prestataire";
}

const EVENTS: Record<EventType, string> = {
  "offer.published": "Offre publiée",
  "offer.rejected": "Offre à corriger",
  "offer.reopened": "Offre de nouveau disponible",
  "application.submitted": "Candidature envoyée",
  "application.seen": "Candidature lue",
  "application.answer_reminder": "Rappel : candidature sans réponse",
  "application.declined": "Candidature refusée",
  "application.decline_taken_back": "Refus annulé par la structure",
  "application.accepted": "Candidature acceptée",
  "application.confirm_reminder": "Rappel : stage à confirmer",
  "application.confirmed": "Stage confirmé",
  "application.withdrawn": "Candidature retirée",
  "application.objected": "Opposition d’un responsable légal",
  "application.objection_taken_back": "Opposition annulée",
  "application.restored": "Candidature reprise",
  "application.transferred": "Candidature transmise",
  "application.cancelled": "Acceptation annulée",
  "application.released": "Candidature libérée, stage trouvé",
  "application.expired": "Candidature restée sans réponse",
  "application.closed": "Candidature close, structure retirée du service",
  "application.lapsed": "Acceptation non confirmée à temps",
  "agreement.to_complete": "Convention à remplir",
  "agreement.completed": "Convention à valider",
  "agreement.changes_requested": "Modification de convention demandée",
  "agreement.validated": "Convention validée",
  "agreement.validation_taken_back": "Validation de convention annulée",
  "agreement.to_sign": "Convention à signer",
  "agreement.signed": "Convention signée",
  "agreement.cancelled": "Convention annulée",
  "placement.week_before": "Une semaine avant le stage",
  "placement.day_before": "La veille du stage",
  "placement.first_day": "Premier jour du stage",
  "placement.last_day": "Dernier jour du stage",
  "placement.ended": "Fin du stage",
  "presence.absence_reported": "Absence signalée",
  "presence.accident_reported": "Accident signalé",
  "presence.report_lifted": "Absence ou accident levé",
  "found.asked": "Stage trouvé ailleurs, à confirmer",
  "found.confirmed": "Stage trouvé ailleurs confirmé",
  "found.ended": "Stage trouvé ailleurs sans suite",
  "supervisor.link_requested": "Lien envoyé à la structure d’accueil",
  "guardian.code_requested": "Code demandé par un responsable légal",
  "guardian.link_requested": "Lien demandé par un responsable légal",
  "help.requested": "Demande d’aide d’un élève",
  "help.second_told": "Demande d’aide restée sans lecture",
  "help.answered": "Réponse à une demande d’aide",
  "help.continued": "Suite d’une demande d’aide",
  "pupil.encouraged": "Mot d’encouragement du lycée",
  "pupil.entrusted": "Élève confié à un ou une collègue",
  "address.suppressed": "Adresse arrêtée",
  "alert.matched": "Offres pour une recherche enregistrée",
  "account.link_requested": "Lien de connexion demandé",
  "account.password_guessed": "Essais de mot de passe arrêtés",
  "account.second_factor_reset": "Second facteur retiré",
  "account.password_changed": "Mot de passe changé",
  "account.email_changed": "Adresse électronique changée",
  "account.passkey_removed": "Clé d’accès supprimée",
  "account.identity_linked": "Compte d’une fédération relié",
  "account.identity_unlinked": "Compte d’une fédération délié",
  "account.passkey_added": "Clé d’accès ajoutée",
  "school.join_requested": "Demande pour rejoindre un établissement",
  "school.join_refused": "Demande pour rejoindre un établissement refusée",
  "school.head_digest": "Point du matin de la direction",
  "host.claimed": "Demande pour rejoindre une structure",
  "host.claim_answered": "Réponse à une demande pour rejoindre une structure",
  "host.detached": "SIRET retiré à une structure",
  "host.reattached": "SIRET rendu à une structure",
  "retention.purge_announced": "Effacement annoncé à un élève",
  "account.role_unstated": "Fonction que l’académie n’indique plus",
  "account.kept": "Compte gardé par son retour",
  "retention.erasure_requested": "Effacement demandé",
  "retention.account_expiring": "Effacement annoncé d’un compte inutilisé",
};

export function eventText(type: string | null): string {
  if (type === null) return "Sans événement";
  return hasKey(EVENTS, type) ? EVENTS[type] : "Événement d’une version plus ancienne";
}

/** Of an e-mail that gathers others. */
export const NO_EVENT = "Réunit les messages de plusieurs événements";

export const EVENT_OPTIONS = Object.entries(EVENTS).map(([value, label]) => ({ value, label }));

const SKIP_TEXTS: Record<SkipReason, string> = {
  subject_gone: "Ce dont il s’agissait n’existe plus.",
  nobody_concerned: "Personne n’était concerné, ou le rôle n’a personne.",
  outdated: "Il était trop tard : plus rien à faire, ou déjà fait.",
  told_elsewhere: "Dit dans un autre message aux mêmes personnes.",
  before_opening: "Fait partie du passé de la démonstration : personne n’a été prévenu.",
};

export function skipReasonText(skipReason: string | null): string {
  return skipReason !== null && hasKey(SKIP_TEXTS, skipReason) ? SKIP_TEXTS[skipReason] : "Raison inconnue";
}

/** Who it is for, in roles: a representative has no account, hence no role. */
export function readerText(roles: readonly Role[] | null): string {
  if (roles === null) return "Responsable légal, sans compte";
  return roles.length > 0 ? roles.map(roleLabel).join(", ") : "Compte sans rôle";
}

export type TemplateReader = "pupil" | "host" | "school" | "guardian" | "newcomer" | "administrator";

export const TEMPLATE_READERS: Record<TemplateReader, string> = {
  pupil: "Élève",
  host: "Structure d’accueil",
  school: "Établissement",
  guardian: "Responsable légal",
  newcomer: "Inscription",
  administrator: "Administration",
};

export function urgencyText(urgency: Urgency): string {
  return urgency === "immediate" ? "Tout de suite, à toute heure" : "À une bonne heure, au plus un par jour";
}

const CHANNEL_TEXTS: Record<Channel | "none", string> = {
  email: "E-mail",
  sms: "SMS",
  none: "Dans le service seulement",
};

export function channelText(channel: string): string {
  return hasKey(CHANNEL_TEXTS, channel) ? CHANNEL_TEXTS[channel] : CHANNEL_TEXTS.none;
}
