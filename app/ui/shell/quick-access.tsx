import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import type { ShellData } from "./shell-data.ts";

/** Sign in, or one's own space and the way out. Signing out is a write, hence a form. */
export function QuickAccess({ shell }: { shell: ShellData }) {
  const { viewer } = shell;
  if (!viewer) {
    return (
      <ul className="quick-access">
        <li>
          <Link
            className="fr-btn fr-btn--tertiary-no-outline fr-icon-account-circle-line fr-btn--icon-left"
            to={paths.signIn()}
          >
            Se connecter
          </Link>
        </li>
      </ul>
    );
  }
  return (
    <ul className="quick-access">
      <li>
        <Link
          className="fr-btn fr-btn--tertiary-no-outline fr-icon-user-line fr-btn--icon-left"
          to={viewer.home}
        >
          {viewer.homeLabel} <span className="quick-access__name">{viewer.displayName}</span>
        </Link>
      </li>
      <li>
        <Form method="post" action={paths.signOut()} reloadDocument>
          <button
            className="fr-btn fr-btn--tertiary-no-outline fr-icon-logout-box-r-line fr-btn--icon-left"
            type="submit"
          >
            Se déconnecter
          </button>
        </Form>
      </li>
    </ul>
  );
}
