import { Link } from "@remix-run/react";

import type { SearchView } from "#app/domain/search/search-filters.ts";
import { searchLink } from "./search-link.ts";

const LABELS: Record<SearchView, string> = { liste: "Liste", carte: "Carte" };

/** The same results as a list or on a map. */
export function ViewSwitch({ current, view }: { current: URLSearchParams; view: SearchView }) {
  return (
    <nav className="view-switch" aria-label="Présentation des offres">
      <ul>
        {(["liste", "carte"] as const).map((one) => (
          <li key={one}>
            <Link
              className={`fr-tag ${one === "liste" ? "fr-icon-list-unordered" : "fr-icon-map-pin-2-line"} fr-tag--icon-left`}
              to={searchLink(current, { vue: one === "liste" ? null : one })}
              aria-current={one === view ? "true" : undefined}
              preventScrollReset
            >
              {LABELS[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
