import { Link } from "@remix-run/react";

import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import type { Widening, WideningChange } from "#app/domain/search/widening.ts";
import { plural } from "#app/kernel/text.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { searchLink } from "./search-link.ts";

interface WideningLinksProps {
  current: URLSearchParams;
  total: number;
  widenings: readonly Widening[];
  families: readonly SectorFamily[];
}

/** What to widen when a search finds little or nothing, and how many offers it would bring. */
export function WideningLinks({ current, total, widenings, families }: WideningLinksProps) {
  const suggestions = widenings.map(({ change, total: reached }) => ({
    to: searchLink(current, parametersOf(change)),
    label: `${describe(change, families)}\u00a0: ${plural(reached, "offre")}`,
  }));
  if (total > 0 && suggestions.length === 0) return null;
  return (
    <EmptyState
      title={total > 0 ? "Élargir la recherche" : "Rien de tel pour l’instant"}
      suggestions={suggestions}
    >
      {suggestions.length > 0 ? (
        <p>Voici ce que donnerait une recherche plus large&nbsp;:</p>
      ) : (
        <p>
          De nouvelles offres arrivent chaque jour&nbsp;: revenez bientôt, ou{" "}
          <Link to={searchLink(new URLSearchParams(), {})}>voyez toutes les offres</Link>.
        </p>
      )}
    </EmptyState>
  );
}

function parametersOf(change: WideningChange): Record<string, string | null> {
  switch (change.kind) {
    case "radius":
      return { rayon: String(change.radiusKm) };
    case "family":
      return { secteur: null, famille: change.family };
    case "sectors":
      return { secteur: null, famille: null };
    case "periods":
      return { periode: null };
    case "challenges":
      return { defi: null };
    case "words":
      return { q: null };
    case "filters":
      return { secteur: null, famille: null, periode: null, defi: null, q: null, tri: null };
    case "everywhere":
      return { lieu: null, lat: null, lon: null, rayon: null, tri: null };
  }
}

function describe(change: WideningChange, families: readonly SectorFamily[]): string {
  switch (change.kind) {
    case "radius":
      return `Jusqu’à ${change.radiusKm} km`;
    case "family":
      return `Dans toute la famille «\u00a0${families.find(({ slug }) => slug === change.family)?.label ?? change.family}\u00a0»`;
    case "sectors":
      return "Dans tous les secteurs";
    case "periods":
      return "À toutes les dates";
    case "challenges":
      return "Sans choisir de défi";
    case "words":
      return "Sans les mots-clés";
    case "filters":
      return "Au même endroit, sans aucun autre critère";
    case "everywhere":
      return "Dans toute la France";
  }
}
