import { isRouteErrorResponse, Link, useLocation } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { typeset } from "#app/kernel/typography.ts";
import { errorText, type ErrorText } from "../messages/error-pages.ts";
import { ServerPageInstead } from "./hydration.tsx";
import { useShellData } from "./shell-data.ts";

/** Refusals after which the page itself is the way on: opened anew, it says what can be done now. */
const OPEN_AGAIN = [400, 409];

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

function textOf(error: unknown): ErrorText {
  return errorText(statusOf(error), isRouteErrorResponse(error) ? error.data : null);
}

/** `<title>` of the error page, told by the root route's `meta`. */
export function errorTitle(error: unknown): string {
  return textOf(error).title;
}

export function ErrorPage({ error }: { error: unknown }) {
  const status = statusOf(error);
  const { title, explanation } = textOf(error);
  const { viewer } = useShellData();
  const { pathname, search } = useLocation();
  return (
    <div className="fr-container page error-page">
      <ServerPageInstead />
      <p className="error-page__code">Erreur {status}</p>
      <h1>{typeset(title)}</h1>
      <p className="fr-text--lead">{typeset(explanation)}</p>
      <ul className="button-row">
        {OPEN_AGAIN.includes(status) ? (
          <li>
            <Link className="fr-btn" to={pathname + search} reloadDocument>
              Rouvrir cette page
            </Link>
          </li>
        ) : null}
        <li>
          <Link
            className={OPEN_AGAIN.includes(status) ? "fr-btn fr-btn--secondary" : "fr-btn"}
            to={paths.home()}
            reloadDocument
          >
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
