import { Link } from "@remix-run/react";

import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import type { Widening, WideningChange } from "#app/domain/search/widening.ts";
import { plural } from "#app/kernel/text.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { SaveSearch } from "../discovery/save-search.tsx";
import { searchLink, withoutPlace } from "./search-link.ts";
import { PERIOD_LABELS } from "./search-texts.ts";

interface WideningLinksProps {
  current: URLSearchParams;
  total: number;
  widenings: readonly Widening[];
  families: readonly SectorFamily[];
  corrected: { used: string } | null;
}

/** What to change when a search finds little or nothing, and how many offers each change would bring. */
export function WideningLinks({ current, total, widenings, families, corrected }: WideningLinksProps) {
  const suggestions = widenings.map(({ change, total: reached }) => ({
    to: searchLink(current, parametersOf(change, current)),
    label: `${plural(reached, "offre")} ${describe(change, families)}`,
  }));
  if (total > 0 && suggestions.length === 0) return null;
  return (
    <EmptyState
      title={
        total > 0
          ? "Peu d’offres ? Élargissez la recherche"
          : "Aucune offre ne répond à cette recherche : élargissez-la"
      }
      suggestions={suggestions}
    >
      {total === 0 ? (
        <SaveSearch
          current={current}
          corrected={corrected}
          reason="Une alerte vous préviendra dès qu’une offre répondra à cette recherche."
        />
      ) : null}
      {suggestions.length > 0 ? (
        <p>Voici ce que vous trouveriez en changeant la recherche&nbsp;:</p>
      ) : (
        <p>
          De nouvelles offres arrivent chaque jour&nbsp;: revenez bientôt, ou{" "}
          <Link to={searchLink(new URLSearchParams(), {})}>voyez toutes les offres</Link>.
        </p>
      )}
    </EmptyState>
  );
}

const WITHOUT_FILTERS = { secteur: null, famille: null, periode: null, defi: null, q: null, tri: null };

function parametersOf(change: WideningChange, current: URLSearchParams): Record<string, string | null> {
  switch (change.kind) {
    case "radius":
      return { rayon: String(change.radiusKm) };
    case "family":
      return { secteur: null, famille: change.family };
    case "period":
      return { periode: change.period };
    case "sectors":
      return { secteur: null, famille: null };
    case "periods":
      return { periode: null };
    case "challenges":
      return { defi: null };
    case "words":
      return { q: null };
    case "filters":
      return WITHOUT_FILTERS;
    case "everywhere":
      return withoutPlace(current);
    case "around":
      return { ...WITHOUT_FILTERS, rayon: String(change.radiusKm) };
  }
}

/** What follows "12 offres". */
function describe(change: WideningChange, families: readonly SectorFamily[]): string {
  switch (change.kind) {
    case "radius":
      return `à moins de ${change.radiusKm} km`;
    case "family":
      return `dans la famille « ${families.find(({ slug }) => slug === change.family)?.label ?? change.family} »`;
    case "period":
      return change.period === "deux-semaines"
        ? "pour les deux semaines"
        : `en ${PERIOD_LABELS[change.period].toLowerCase()}`;
    case "periods":
      return "à toutes les dates";
    case "sectors":
      return "dans tous les secteurs";
    case "challenges":
      return "sans choisir de défi";
    case "words":
      return "sans les mots-clés";
    case "filters":
      return "au même endroit, sans aucun autre critère";
    case "everywhere":
      return "dans toute la France";
    case "around":
      return `à moins de ${change.radiusKm} km, sans aucun autre critère`;
  }
}
