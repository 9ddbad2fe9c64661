import { Link } from "@remix-run/react";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import { ofPlace } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { searchLink } from "./search-link.ts";

interface UnderstoodWordsProps {
  current: URLSearchParams;
  families: readonly SectorFamily[];
  place: { label: string; inside?: string } | null;
  /** What was looked for in the place of words that nothing holds. */
  corrected: { typed: string; used: string } | null;
  total: number;
}

/** How the words typed were understood, when that is not as they were typed, and the way back. */
export function UnderstoodWords({ current, families, place, corrected, total }: UnderstoodWordsProps) {
  const typed = current.get("saisie");
  const words = current.get("q") ?? "";
  const family = typed && !words ? families.find(({ slug }) => slug === current.get("famille")) : null;
  const wasTown =
    !family && place && typed && typed !== words && typed.replace(/\s+/g, " ").startsWith(words);
  return (
    <>
      {wasTown ? (
        <p>
          Nous cherchons <strong>{place.inside || `autour ${ofPlace(place.label)}`}</strong>.{" "}
          <Link to={searchLink(current, { q: typed, saisie: typed, lieu: null, lat: null, lon: null })}>
            {typeset(`Chercher plutôt « ${typed} » dans le texte des offres`)}
          </Link>
        </p>
      ) : null}
      {family ? (
        <p>
          {typeset(`Aucune offre ne contient « ${typed} » : voici la famille « ${family.label} ».`)}{" "}
          <Link to={searchLink(current, { q: typed, saisie: typed, famille: null })}>
            {typeset(`Chercher « ${typed} » tout de même`)}
          </Link>
        </p>
      ) : null}
      {corrected ? (
        <p>
          {typeset(
            total > 0
              ? `Aucune offre pour « ${corrected.typed} » : voici celles pour « ${corrected.used} ».`
              : `Aucune offre pour « ${corrected.typed} », ni pour « ${corrected.used} ».`,
          )}
        </p>
      ) : null}
    </>
  );
}
