import type { ReactNode } from "react";

import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { useFilterSheet } from "./use-filter-sheet.ts";

interface MoreFiltersProps {
  /** How many of these filters are in use. */
  used: number;
  /** Offers found; absent when nothing could be searched. */
  total: number | undefined;
  children: ReactNode;
}

/**
 * The filters that are out of the way, for results come first: they unfold where they stand. On a phone with JavaScript they
 * come as a sheet over the page. Either way they stay in the form.
 */
export function MoreFilters({ used, total, children }: MoreFiltersProps) {
  const { asSheet, summary, sheet, onSummary, onClosed, close } = useFilterSheet();
  const fields = <div className="search-form__fields search-form__fields--more">{children}</div>;
  return (
    <>
      <details className="search-form__more">
        <summary ref={summary} onClick={onSummary}>
          Plus de filtres{used > 0 ? ` (${used})` : ""}
        </summary>
        {asSheet ? null : fields}
      </details>
      {asSheet ? (
        <dialog className="filter-sheet" ref={sheet} aria-labelledby="filtres-titre" onClose={onClosed}>
          <div className="filter-sheet__head">
            <p className="filter-sheet__title" id="filtres-titre">
              Plus de filtres
            </p>
            <button className="fr-btn fr-btn--close" type="button" onClick={() => close("")}>
              Fermer
            </button>
          </div>
          <div className="filter-sheet__body">{fields}</div>
          {total === undefined ? null : (
            <div className="filter-sheet__end">
              <p className="fr-sr-only" role="status">
                {plural(total, "offre")}
              </p>
              <button className="fr-btn" type="button" onClick={() => close("resultats")}>
                {seeText(total)}
              </button>
            </div>
          )}
        </dialog>
      ) : null}
    </>
  );
}

function seeText(total: number): string {
  if (total === 0) return typeset("Aucune offre : voir que changer");
  return total === 1 ? "Voir l’offre" : `Voir les ${plural(total, "offre")}`;
}
