import { Form, Link, useLocation } from "@remix-run/react";

import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { presentSpace, type ShellData } from "./shell-data.ts";

/** How many messages wait: a figure for those who see it, a sentence for those who hear it. */
export function UnreadCount({ unread, noun = "" }: { unread: number; noun?: "notification" | "" }) {
  if (unread === 0) return null;
  const figure = unread < 100 ? String(unread) : "99+";
  const nouns = noun && `${noun}s `;
  const told =
    unread < 100
      ? plural(unread, `${noun && `${noun} `}non lue`, `${nouns}non lues`)
      : `plus de 99 ${nouns}non lues`;
  return (
    <>
      <span className="unread-count" aria-hidden="true">
        {figure}
      </span>
      <span className="fr-sr-only">&nbsp;: {told}</span>
    </>
  );
}

/** Sign in, or one's own spaces, the present one marked where there are several, and the way out. Signing out is a write, hence a form. */
export function QuickAccess({ shell }: { shell: ShellData }) {
  const { viewer } = shell;
  const { pathname } = useLocation();
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
  const present = presentSpace(viewer, pathname);
  return (
    <ul className="quick-access">
      {viewer.spaces.map(({ home, homeLabel }, index) => (
        <li key={home}>
          <Link
            className="fr-btn fr-btn--tertiary-no-outline fr-icon-user-line fr-btn--icon-left"
            to={home}
            aria-current={viewer.spaces.length > 1 && home === present?.home ? "true" : undefined}
          >
            {homeLabel}
            {index === 0 ? <span className="quick-access__name">{viewer.displayName}</span> : null}
          </Link>
        </li>
      ))}
      <li>
        <Link
          className="fr-btn fr-btn--tertiary-no-outline fr-icon-notification-3-line fr-btn--icon-left"
          to={paths.notifications()}
        >
          Notifications
          <UnreadCount unread={viewer.unread} />
        </Link>
      </li>
      <li>
        <Link
          className="fr-btn fr-btn--tertiary-no-outline fr-icon-account-circle-line fr-btn--icon-left"
          to={paths.account()}
        >
          Mon compte
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
