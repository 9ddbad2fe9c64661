import type { Door, FailureReason, SchoolRepair } from "#app/domain/sign-in-failures/failure-reasons.ts";
import { paths } from "#app/paths.ts";

const DOOR_LABELS: Record<Door, string> = {
  password: "Mot de passe",
  second_factor: "Code de vérification",
  passkey: "Clé d’accès",
  link: "Lien reçu par e-mail",
  activation: "Carte d’activation",
  educonnect: "EduConnect",
  academie: "Compte académique",
  proconnect: "ProConnect",
  host_sign_up: "Inscription d’un employeur",
  school_sign_up: "Ouverture de l’espace d’un lycée",
};

export const DOOR_OPTIONS = Object.entries(DOOR_LABELS).map(([value, label]) => ({ value, label }));

export function doorText(door: Door): string {
  return DOOR_LABELS[door];
}

interface ReasonText {
  what: string;
  /** What whoever looks after the service may do about it. */
  remedy: string;
}

const NOTHING_TO_DO = "Rien à faire : la personne recommence, ou entre d’une autre façon.";

const REASONS: Record<FailureReason, ReasonText> = {
  wrong_password: {
    what: "L’adresse ou le mot de passe ne correspond pas",
    remedy:
      "Normal en petit nombre. Une hausse soudaine peut être une attaque : voir les journaux de sécurité.",
  },
  too_many_tries: {
    what: "Trop d’essais en peu de temps",
    remedy: "Le lien par e-mail reste ouvert à chaque personne. Une hausse soudaine peut être une attaque.",
  },
  wrong_second_factor: {
    what: "Code de vérification faux ou périmé",
    remedy:
      "Une horloge de téléphone décalée, souvent. Téléphone perdu : le lycée ou « Comptes » redonne accès.",
  },
  passkey_unknown: {
    what: "Clé d’accès inconnue ou supprimée",
    remedy: "La personne entre avec son mot de passe, puis ajoute une clé sur « Sécurité ».",
  },
  passkey_refused: { what: "Clé d’accès refusée", remedy: NOTHING_TO_DO },
  link_unknown: {
    what: "Lien inconnu",
    remedy: "Souvent un lien coupé par une messagerie : la personne en demande un autre.",
  },
  link_used: { what: "Lien déjà utilisé", remedy: "La page du lien en propose un autre." },
  link_expired: {
    what: "Lien périmé",
    remedy: "La page du lien en propose un autre. Beaucoup à la fois : les messages arrivent peut-être tard.",
  },
  code_unknown: {
    what: "Code d’activation inconnu",
    remedy: "Une faute de frappe, souvent. Une hausse soudaine peut être une attaque.",
  },
  birth_date_differs: {
    what: "La date de naissance n’est pas celle de la carte",
    remedy: "Si le nombre dure, la liste du lycée est sans doute fausse : prévenir le lycée.",
  },
  card_used: {
    what: "Carte déjà utilisée",
    remedy: "Le lycée imprime une autre carte : elle permet de choisir un autre mot de passe.",
  },
  card_revoked: {
    what: "Carte annulée ou remplacée",
    remedy: "Le lycée donne la dernière carte imprimée, ou en imprime une autre.",
  },
  card_expired: { what: "Carte périmée", remedy: "Le lycée imprime d’autres cartes." },
  cancelled: { what: "Connexion abandonnée par la personne", remedy: NOTHING_TO_DO },
  provider_unavailable: {
    what: "Le service de connexion ne répond pas",
    remedy: "Vérifier l’état de ce service ; s’il va bien, vérifier nos réglages.",
  },
  answer_untrusted: {
    what: "Réponse que nous n’avons pas pu vérifier",
    remedy: "À regarder tout de suite : clés changées chez le fournisseur, réglage faux, ou attaque.",
  },
  proof_too_weak: {
    what: "Une seule vérification, au lieu de deux",
    remedy: "La personne active une deuxième vérification chez son fournisseur d’identité.",
  },
  too_late: { what: "Connexion trop lente, ou recommencée", remedy: NOTHING_TO_DO },
  claims_incomplete: {
    what: "Nom, prénom ou adresse non transmis",
    remedy: "Demander au fournisseur d’identité de les transmettre.",
  },
  profile_unknown: {
    what: "Ni élève ni responsable légal",
    remedy: "Rien à faire : ce service n’est pas pour eux.",
  },
  function_unknown: {
    what: "Fonction qui n’ouvre pas d’espace",
    remedy: "Si la personne travaille au lycée, un membre du lycée l’invite.",
  },
  no_school: {
    what: "Aucun lycée concerné n’est rattaché à la personne",
    remedy: "Vérifier que l’annuaire est à jour ; sinon, le lycée invite la personne.",
  },
  school_unknown: {
    what: "Lycée absent de l’annuaire, ou sans seconde générale et technologique",
    remedy: "Importer l’annuaire à jour, depuis « Établissements ».",
  },
  wrong_level: {
    what: "Élève d’un autre niveau que la seconde",
    remedy: "Rien à faire. Si le lycée dit l’inverse, le niveau est faux dans EduConnect.",
  },
  roster_missing: {
    what: "Élève sans classe : le lycée n’en a créé aucune",
    remedy: "Le lycée crée ses classes et y ajoute les élèves.",
  },
  class_missing: {
    what: "Élève absent des listes de son lycée",
    remedy: "Le lycée ajoute l’élève à sa classe.",
  },
  child_unknown: {
    what: "Responsable légal dont l’enfant n’est pas connu",
    remedy: "L’enfant se connecte une première fois, ou le lycée envoie un lien au responsable.",
  },
  guardian_unlisted: {
    what: "Responsable légal absent des listes du lycée",
    remedy: "Le lycée complète les responsables de la classe, ou leur envoie un lien.",
  },
  account_exists: {
    what: "Un compte existe déjà à cette adresse",
    remedy: "La personne se connecte à ce compte, puis le relie.",
  },
  other_kind: { what: "Un compte d’élève était ouvert dans ce navigateur", remedy: NOTHING_TO_DO },
  no_mailbox: {
    what: "L’annuaire n’a pas l’adresse officielle du lycée",
    remedy: "Importer l’annuaire à jour, depuis « Établissements ».",
  },
  other_domain: {
    what: "L’adresse donnée n’est pas celle de l’académie",
    remedy: "La personne donne son adresse académique, ou un membre du lycée l’invite.",
  },
  no_domain: {
    what: "L’académie du lycée n’est pas connue",
    remedy: "Importer l’annuaire à jour, depuis « Établissements ».",
  },
};

export function reasonText(reason: FailureReason): ReasonText {
  return REASONS[reason];
}

interface RepairText {
  what: string;
  repair: string;
  to: string;
}

const CARDS = paths.school.cards();
const CLASSES = paths.school.classes();
const TEAM = paths.school.team();

/** The same, for the head and the office: what they can do, and where. */
const REPAIRS: Record<SchoolRepair, RepairText> = {
  card_expired: { what: "Carte d’activation périmée", repair: "Imprimer d’autres cartes", to: CARDS },
  card_revoked: {
    what: "Carte d’activation annulée ou remplacée",
    repair: "Redonner la bonne carte, ou en imprimer une autre",
    to: CARDS,
  },
  card_used: {
    what: "Carte d’activation déjà utilisée",
    repair: "Imprimer une autre carte pour choisir un nouveau mot de passe",
    to: CARDS,
  },
  birth_date_differs: {
    what: "Date de naissance différente de celle de votre liste",
    repair: "Vérifier la liste de la classe",
    to: CLASSES,
  },
  roster_missing: {
    what: "Élève qui arrive par EduConnect alors qu’aucune classe n’existe",
    repair: "Créer les classes",
    to: CLASSES,
  },
  class_missing: {
    what: "Élève qui arrive par EduConnect et n’est dans aucune classe",
    repair: "Ajouter l’élève à sa classe",
    to: CLASSES,
  },
  guardian_unlisted: {
    what: "Responsable légal absent de vos listes",
    repair: "Compléter les familles, classe par classe",
    to: CLASSES,
  },
  wrong_second_factor: {
    what: "Code de vérification refusé à un membre de l’équipe",
    repair: "Redonner accès après un téléphone perdu",
    to: TEAM,
  },
  link_expired: { what: "Invitation périmée", repair: "Inviter de nouveau", to: TEAM },
};

export function repairText(reason: SchoolRepair): RepairText {
  return REPAIRS[reason];
}
