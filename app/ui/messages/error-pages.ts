import { MAX_OFFER_DRAFTS } from "#app/domain/offers/drafts/offer-draft.ts";
import { hasKey } from "#app/kernel/has-key.ts";
import { plural } from "#app/kernel/text.ts";

export interface ErrorText {
  title: string;
  explanation: string;
}

/** Why an error page is shown, where its status does not say enough. */
export type ErrorReason =
  | "guardian_link"
  | "supervisor_link"
  | "found_link"
  | "unknown_intent"
  | "no_campaign"
  | "too_many_drafts"
  | "address_taken";

const REASONS: Record<ErrorReason, ErrorText> = {
  // Links of those who have no account: to ask for a new one, they need to know whom.
  guardian_link: {
    title: "Ce lien n’est plus valable",
    explanation:
      "Il a été remplacé, ou l’adresse est incomplète. Ouvrez le dernier message reçu, ou demandez un nouveau lien au lycée de votre enfant\u00a0: un appel au secrétariat suffit.",
  },
  supervisor_link: {
    title: "Ce lien n’est plus valable",
    explanation:
      "Il a été remplacé ou fermé, le stage est terminé depuis plus d’un mois, ou l’adresse est incomplète. Ouvrez le dernier message reçu, ou demandez un nouveau lien au lycée de l’élève : un appel au secrétariat suffit.",
  },
  found_link: {
    title: "Ce lien n’est plus valable",
    explanation:
      "Il a été remplacé, ou l’adresse est incomplète. Ouvrez le dernier message reçu, ou appelez l’établissement de l’élève : il peut vous envoyer un nouveau lien.",
  },
  unknown_intent: {
    title: "Cette page a changé depuis que vous l’avez ouverte",
    explanation:
      "Nous n’avons pas reconnu le bouton sur lequel vous avez appuyé\u00a0: rien n’a été enregistré ni envoyé. Rouvrez la page, puis recommencez.",
  },
  address_taken: {
    title: "Cette adresse ne peut pas être ajoutée à ce compte",
    explanation:
      "Elle sert déjà à un compte, ou le lien a été demandé depuis un autre. Rien n’a changé\u00a0: vous vous connectez comme avant.",
  },
  too_many_drafts: {
    title: `Vous avez déjà ${MAX_OFFER_DRAFTS} brouillons d’offre`,
    explanation:
      "Cette offre n’a pas pu être enregistrée. Ouvrez « Mes offres », terminez un brouillon ou supprimez-en un, puis revenez à la page précédente\u00a0: ce que vous avez saisi y est encore.",
  },
  no_campaign: {
    title: "Aucune période de stage n’est ouverte",
    explanation:
      "Votre offre n’a pas pu être enregistrée\u00a0: les offres se déposent pendant une campagne. Gardez une copie de votre texte et revenez quand les prochaines dates seront annoncées.",
  },
};

const UNEXPECTED: ErrorText = {
  title: "Un problème est survenu",
  explanation:
    "Ce n’est pas de votre fait. Réessayez dans quelques minutes\u00a0: ce qui était enregistré n’est pas perdu.",
};

const STATUSES: Record<number, ErrorText> = {
  400: {
    title: "Demande incomplète",
    explanation: "Nous n’avons pas compris cette demande. Revenez à la page précédente et recommencez.",
  },
  403: {
    title: "Cette page ne vous est pas ouverte",
    explanation:
      "Vous n’avez pas accès à cette page avec ce compte. Si vous en avez un autre, connectez-vous avec celui-là.",
  },
  404: {
    title: "Page introuvable",
    explanation:
      "L’adresse est peut-être mal recopiée, ou la page a été retirée. Rien n’est perdu\u00a0: repartez de l’accueil ou cherchez un stage.",
  },
  405: {
    title: "Action impossible ici",
    explanation: "Cette adresse n’accepte pas cette action. Revenez à la page précédente.",
  },
  409: {
    title: "La situation a changé entre-temps",
    explanation:
      "Quelqu’un d’autre, ou vous dans un autre onglet, a agi avant vous. Rechargez la page pour voir où en sont les choses.",
  },
  410: {
    title: "Ce lien n’est plus valable",
    explanation: "Il a expiré ou a déjà servi. Demandez-en un nouveau à la personne qui vous l’a envoyé.",
  },
  413: {
    title: "Envoi trop volumineux",
    explanation: "Le fichier ou le texte envoyé dépasse la taille permise. Réduisez-le, puis recommencez.",
  },
  429: {
    title: "Trop de demandes en peu de temps",
    explanation: "Attendez une minute, puis réessayez. Cette limite protège le service pour tout le monde.",
  },
  503: {
    title: "Service momentanément indisponible",
    explanation:
      "Beaucoup de monde en ce moment, ou une opération de maintenance. Réessayez dans une minute\u00a0: ce qui était enregistré n’est pas perdu.",
  },
};

/** A refusal for haste says in seconds how long to wait. */
function waitSentence(seconds: number): string {
  const wait =
    seconds < 60 ? plural(Math.ceil(seconds), "seconde") : plural(Math.ceil(seconds / 60), "minute");
  return `Attendez ${wait}, puis réessayez. Cette limite protège le service pour tout le monde.`;
}

function isReason(told: unknown): told is ErrorReason {
  return typeof told === "string" && hasKey(REASONS, told);
}

/** What an error page says of a status and of what came with it. */
export function errorText(status: number, told: unknown): ErrorText {
  if (isReason(told)) return REASONS[told];
  const text = STATUSES[status] ?? UNEXPECTED;
  const seconds = status === 429 ? Number(told) : 0;
  return seconds > 0 ? { ...text, explanation: waitSentence(seconds) } : text;
}
