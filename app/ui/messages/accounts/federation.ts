import type {
  LinkFailure,
  OpenAccountFailure,
  SignInProblem,
} from "#app/domain/federation/federation.failures.ts";
import type { Provider } from "#app/domain/federation/identity-provider.ts";
import type { FailureBut } from "#app/kernel/result.ts";

/** As people know them. */
export const PROVIDER_NAMES: Record<Provider, string> = {
  educonnect: "EduConnect",
  academie: "le compte académique",
  proconnect: "ProConnect",
};

/** "Il reste à fermer…" */
export const PROVIDER_SESSIONS: Record<Provider, string> = {
  educonnect: "celle d’EduConnect",
  academie: "celle du compte académique",
  proconnect: "celle de ProConnect",
};

export const PROVIDER_BUTTONS: Record<Provider, string> = {
  educonnect: "Se connecter avec EduConnect",
  academie: "Se connecter avec mon compte académique",
  proconnect: "Se connecter avec ProConnect",
};

/** Why an identity stays linked. */
export const ONLY_WAY_IN =
  "C’est votre seule façon d’entrer. Choisissez d’abord un mot de passe par « Mot de passe oublié », puis recommencez.";

/** On the page of one's own account. */
export const PROVIDER_LINKS: Record<Provider, { linked: string; link: string }> = {
  educonnect: { linked: "EduConnect est relié à ce compte.", link: "Relier EduConnect" },
  academie: {
    linked: "Votre compte académique est relié à ce compte.",
    link: "Relier mon compte académique",
  },
  proconnect: { linked: "ProConnect est relié à ce compte.", link: "Relier ProConnect" },
};

export const PROVIDER_AUDIENCES: Record<Provider, string> = {
  educonnect: "Élèves et parents",
  academie: "Personnels des lycées",
  proconnect: "Professionnels et agents publics",
};

interface Problem {
  title: string;
  text: string;
  /** Trying again may help. */
  again: boolean;
}

/** Why nobody was let in, and what to do. */
export const PROBLEMS: Record<SignInProblem, Problem> = {
  cancelled: {
    title: "Vous avez annulé la connexion",
    text: "Rien n’a changé. Vous pouvez recommencer, ou entrer d’une autre façon.",
    again: true,
  },
  unavailable: {
    title: "Ce service de connexion ne répond pas",
    text: "La panne n’est pas chez vous. Réessayez dans quelques minutes, ou entrez d’une autre façon.",
    again: true,
  },
  untrusted: {
    title: "La réponse reçue n’a pas pu être vérifiée",
    text: "Par prudence, personne n’a été connecté. Recommencez ; si cela se reproduit, entrez d’une autre façon.",
    again: true,
  },
  weak: {
    title: "Une double vérification est nécessaire",
    text: "Votre fournisseur d’identité n’a vérifié que votre mot de passe. Activez chez lui une deuxième vérification, ou entrez d’une autre façon.",
    again: true,
  },
  flow_over: {
    title: "Cette connexion n’est plus valable",
    text: "Elle a déjà servi, elle a attendu plus de dix minutes, ou elle a commencé dans un autre navigateur. Recommencez.",
    again: true,
  },
  incomplete: {
    title: "Il manque des informations sur vous",
    text: "Votre nom, votre prénom ou votre adresse électronique n’ont pas été transmis. Entrez d’une autre façon, ou demandez de l’aide à la personne qui gère vos accès.",
    again: false,
  },
  unknown_profile: {
    title: "Ce profil n’a rien à faire ici",
    text: "Ce service est fait pour les élèves de seconde et leurs responsables légaux. Si vous êtes l’un d’eux, prévenez le secrétariat du lycée.",
    again: false,
  },
  no_role: {
    title: "Votre fonction n’ouvre pas d’espace ici",
    text: "Les équipes de direction, les secrétariats et les équipes enseignantes entrent par le compte académique. Si vous en faites partie, demandez une invitation à un membre de votre lycée.",
    again: false,
  },
  no_school: {
    title: "Aucun lycée ne vous est rattaché",
    text: "Votre compte académique n’indique aucun lycée qui accueille des élèves de seconde générale et technologique. Demandez une invitation à un membre de votre lycée.",
    again: false,
  },
  unknown_school: {
    title: "Votre lycée n’est pas dans notre liste",
    text: "EduConnect indique un établissement sans seconde générale et technologique, ou que nous ne connaissons pas. Prévenez le secrétariat de votre lycée.",
    again: false,
  },
  wrong_level: {
    title: "Ce service est réservé aux élèves de seconde",
    text: "EduConnect indique une autre classe que la seconde générale et technologique. Si c’est une erreur, prévenez le secrétariat de votre lycée.",
    again: false,
  },
};

/** `unavailable`: whoever measures the service sees it; the rest is an answer like another. */
export const PROBLEM_STATUS: Record<SignInProblem, number> = {
  cancelled: 200,
  unavailable: 503,
  untrusted: 403,
  weak: 403,
  flow_over: 409,
  incomplete: 403,
  unknown_profile: 403,
  no_role: 403,
  no_school: 403,
  unknown_school: 403,
  wrong_level: 403,
};

export const ARRIVAL_REFUSALS: Record<FailureBut<OpenAccountFailure | LinkFailure, "over">["code"], string> =
  {
    account_exists: "Cette adresse a déjà un compte : connectez-vous à ce compte, puis reliez-le.",
    no_school_chosen: "Cochez au moins un établissement.",
    other_kind: "Le compte ouvert ici est celui d’un élève : déconnectez-le, puis recommencez.",
  };
