import { paths } from "#app/paths.ts";

/**
 * A way off the page at once, for who is looked at: the search of offers takes its place, and going back does not lead here.
 * Without JavaScript it is a plain link.
 */
export function QuickExit() {
  const elsewhere = paths.offers();
  return (
    <p className="quick-exit">
      <a
        className="fr-btn fr-btn--secondary"
        href={elsewhere}
        rel="noreferrer"
        onClick={(event) => {
          event.preventDefault();
          window.location.replace(elsewhere);
        }}
      >
        Quitter vite cette page
      </a>
    </p>
  );
}
