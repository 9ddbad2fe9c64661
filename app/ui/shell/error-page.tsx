import { isRouteErrorResponse, Link } from "@remix-run/react";

import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { typeset } from "#app/kernel/typography.ts";
import { useShellData } from "./shell-data.ts";

interface ErrorText {
  title: string;
  explanation: string;
}

const unexpected: ErrorText = {
  title: "Un problème est survenu",
  explanation:
    "Ce n’est pas de votre fait. Réessayez dans quelques minutes\u00a0: ce qui était enregistré n’est pas perdu.",
};

const texts: Record<number, ErrorText> = {
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
    explanation: "Une opération de maintenance est en cours. Réessayez dans quelques minutes.",
  },
};

/** Links of those who have no account: to ask for a new one, they need to know whom. */
const goneLink: ErrorText = {
  title: "Ce lien n’est plus valable",
  explanation:
    "Il a été remplacé, ou l’adresse est incomplète. Ouvrez le dernier message reçu, ou demandez un nouveau lien au lycée de votre enfant\u00a0: un appel au secrétariat suffit.",
};

/** A refusal for haste says in seconds how long to wait. */
function waitSentence(seconds: number): string {
  const wait =
    seconds < 60 ? plural(Math.ceil(seconds), "seconde") : plural(Math.ceil(seconds / 60), "minute");
  return `Attendez ${wait}, puis réessayez. Cette limite protège le service pour tout le monde.`;
}

function errorText(error: unknown): ErrorText & { status: number } {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404 && isRouteErrorResponse(error) && error.data === "guardian_link")
    return { ...goneLink, status };
  const seconds = isRouteErrorResponse(error) && status === 429 ? Number(error.data) : 0;
  if (texts[status] && seconds > 0) return { ...texts[status], explanation: waitSentence(seconds), status };
  return { ...(texts[status] ?? unexpected), status };
}

/** `<title>` of the error page, told by the root route's `meta`. */
export function errorTitle(error: unknown): string {
  return errorText(error).title;
}

export function ErrorPage({ error }: { error: unknown }) {
  const { title, explanation, status } = errorText(error);
  const { viewer } = useShellData();
  return (
    <div className="fr-container page error-page">
      <p className="error-page__code">Erreur {status}</p>
      <h1>{typeset(title)}</h1>
      <p className="fr-text--lead">{typeset(explanation)}</p>
      <ul className="button-row">
        <li>
          <Link className="fr-btn" to={paths.home()} reloadDocument>
            Revenir à l’accueil
          </Link>
        </li>
        <li>
          <Link className="fr-btn fr-btn--secondary" to={paths.offers()} reloadDocument>
            Chercher un stage
          </Link>
        </li>
        {status === 403 ? (
          <li>
            {viewer ? (
              <Link className="fr-btn fr-btn--secondary" to={paths.signOut()} reloadDocument>
                Changer de compte
              </Link>
            ) : (
              <Link className="fr-btn fr-btn--secondary" to={paths.signIn()} reloadDocument>
                Se connecter
              </Link>
            )}
          </li>
        ) : null}
        <li>
          <Link className="fr-btn fr-btn--tertiary" to={paths.help()} reloadDocument>
            Consulter l’aide
          </Link>
        </li>
      </ul>
    </div>
  );
}
