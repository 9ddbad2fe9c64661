import type { ReactNode } from "react";

import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import type { PlaceShown } from "./search-results.tsx";
import type { AskedQuery } from "./use-live-search.ts";

interface SearchBarProps {
  query: AskedQuery;
  place: PlaceShown | null;
  /** Something was asked and answered: the form can make room for what was found. */
  searched: boolean;
  /** It folds itself when its button is pressed. */
  form: ReactNode;
  /** Beside the line that the form folds into. */
  children?: ReactNode;
}

/**
 * On a phone, a search that was made folds into one line that stays at the top of the screen: results come first. The form
 * stays in the page, behind that line; larger screens always show it.
 */
export function SearchBar({ query, place, searched, form, children }: SearchBarProps) {
  return (
    <div className={`search-bar${searched ? " search-bar--searched" : ""}`}>
      <details className="fold search-bar__fold" open={!searched}>
        <summary>
          <span className="search-bar__what">{askedText(query, place)}</span>
          <span className="search-bar__change fr-icon-equalizer-line">
            <span className="fr-sr-only">Modifier la recherche</span>
          </span>
        </summary>
        {form}
      </details>
      {children}
    </div>
  );
}

/** "Rennes (35) · 30 km · 2 filtres" */
function askedText(query: AskedQuery, place: PlaceShown | null): string {
  const filters =
    query.sectors.length + query.periods.length + query.challenges.length + (query.family ? 1 : 0);
  return typeset(
    [
      place?.label ?? "Toute la France",
      place && !place.inside ? `${query.radiusKm} km` : "",
      query.words ? `« ${query.words} »` : "",
      filters > 0 ? plural(filters, "filtre") : "",
    ]
      .filter(Boolean)
      .join(" · "),
  );
}
