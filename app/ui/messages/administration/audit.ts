import type { AuditAction, AuditCapacity, AuditEntry, AuditSubject } from "#app/domain/audit/audit-entry.ts";
import { OPENING_REASONS, type OpeningReason } from "#app/domain/accounts/openings/opening.ts";
import { hasKey } from "#app/kernel/has-key.ts";
import { roleLabel } from "../accounts/roles.ts";

const ACTIONS: Record<AuditAction, string> = {
  "accounts.searched": "Recherche d’un compte",
  "account.opened": "Accès à un compte, motif donné",
  "account.read": "Lecture d’un compte",
  "account.sessions_ended": "Sessions d’un compte fermées",
  "account.second_factor_reset": "Second facteur retiré",
  "account.email_change_asked": "Changement d’adresse demandé",
  "account.email_change_stopped": "Changement d’adresse arrêté",
  "account.email_changed": "Adresse d’un compte changée",
  "messages.recipient_read": "Lecture des messages d’une personne",
  "message.read": "Lecture du suivi d’un message",
  "message.sent_again": "Message en échec envoyé de nouveau",
  "message.left_unsent": "Message en échec laissé sans envoi",
  "synonyms.saved": "Synonymes ajoutés ou modifiés",
  "synonyms.deleted": "Synonymes supprimés",
  "own_data.exported": "Données emportées par leur propriétaire",
  "activation_cards.printed": "Cartes d’activation imprimées",
  "activation_cards.revoked": "Cartes d’activation annulées",
  "class.created": "Classe créée",
  "class.head_count_changed": "Effectif d’une classe modifié",
  "class.teacher_assigned": "Classe confiée à un professeur",
  "class.teacher_removed": "Classe retirée à un professeur",
  "pupil.added": "Élève ajouté à une classe",
  "families.informing_changed": "Information des familles modifiée",
  "guardian_link.sent": "Lien envoyé à un responsable légal",
  "guardian_link.replaced": "Lien d’un responsable légal remplacé",
  "address.corrected": "Adresse corrigée, messages renvoyés",
  "join_request.accepted": "Demande pour rejoindre un établissement acceptée",
  "join_request.refused": "Demande pour rejoindre un établissement refusée",
  "administrator.invited": "Invitation à administrer le service",
  "school_member.invited": "Invitation dans un établissement",
  "school_profile.saved": "Fiche d’un établissement modifiée",
  "found.entered": "Stage trouvé ailleurs demandé à une structure",
  "found.taken_back": "Stage trouvé ailleurs annulé",
  "seats.held": "Places gardées pour un élève",
  "affiliation.granted": "Rôle donné",
  "affiliation.ended": "Rôle retiré",
  "hosts.exported": "Export des structures d’accueil d’un établissement",
  "board.exported": "Tableau des élèves exporté",
  "situation.declared": "Dispense ou accueil au lycée déclaré",
  "situation.cancelled": "Dispense ou accueil au lycée annulé",
  "pupil.entrusted": "Élève confié à un ou une collègue",
  "pupils.encouraged": "Mots d’encouragement envoyés à des élèves",
  "pupil.handed_back": "Élève rendu à son équipe",
  "campaign.saved": "Campagne créée ou modifiée",
  "directory.sent": "Annuaire envoyé",
  "directory.abandoned": "Import de l’annuaire abandonné",
  "directory.imported": "Annuaire importé par une commande",
  "roster.sent": "Liste d’élèves envoyée",
  "roster.imported": "Liste d’élèves importée",
  "agreement_text.imported": "Texte de convention importé",
  "offer.approved": "Offre approuvée",
  "offer.rejected": "Offre refusée",
  "organisation.detached": "SIRET retiré à une structure",
  "organisation.reattached": "SIRET rendu à une structure",
};

export const AUDIT_OPTIONS = Object.entries(ACTIONS).map(([value, label]) => ({ value, label }));

export function auditActionText(action: AuditAction): string {
  return ACTIONS[action];
}

export function auditCapacityText(capacity: AuditCapacity): string {
  if (capacity === "operator") return "Commande d’exploitation";
  if (capacity === "federation") return "Déclaration d’une fédération";
  if (capacity === "owner") return "Titulaire du compte";
  return capacity === "mailbox" ? "Boîte officielle de l’établissement" : roleLabel(capacity);
}

const SUBJECTS: Record<AuditSubject, string> = {
  person: "Un compte",
  message: "Un message",
  link: "Un lien envoyé",
  school: "Un établissement",
  campaign: "Une campagne",
  school_import: "Un import",
  roster_import: "Une liste d’élèves",
  agreement_text: "Un texte de convention",
  offer: "Une offre",
  organisation: "Une structure",
  synonyms: "Un groupe de synonymes",
  class: "Une classe",
  guardian: "Un responsable légal",
  join_request: "Une demande",
};

export function auditSubjectText({ subjectKind }: Pick<AuditEntry, "subjectKind">): string {
  return subjectKind ? SUBJECTS[subjectKind] : "Aucun objet";
}

/** Said to the owner of the account, and in the audit. */
const REASONS: Record<OpeningReason, string> = {
  asked_by_owner: "La personne a demandé de l’aide",
  report: "Un signalement concerne ce compte",
  incident: "Un incident est à comprendre",
};

export const OPENING_OPTIONS = OPENING_REASONS.map((value) => ({ value, label: REASONS[value] }));

export function openingReasonText(reason: OpeningReason): string {
  return REASONS[reason];
}

export function auditReasonText(reason: string | null): string | null {
  return reason !== null && hasKey(REASONS, reason) ? REASONS[reason] : null;
}
