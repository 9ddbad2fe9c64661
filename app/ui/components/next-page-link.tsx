import { Link } from "@remix-run/react";

/** Keyset pages only go forward; the way back is the browser's, or the first page. */
export function NextPageLink({ to, firstPage }: { to: string | null; firstPage?: string | null }) {
  if (!to && !firstPage) return null;
  return (
    <nav className="next-page" aria-label="Pages de résultats">
      {firstPage ? (
        <Link className="fr-btn fr-btn--tertiary" to={firstPage}>
          Première page
        </Link>
      ) : null}
      {to ? (
        <Link
          className="fr-btn fr-btn--secondary fr-btn--icon-right fr-icon-arrow-right-line"
          to={to}
          rel="next"
        >
          Page suivante
        </Link>
      ) : null}
    </nav>
  );
}
