import { Link } from "@remix-run/react";
import { ofPlace } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { searchLink } from "./search-link.ts";

interface UnderstoodWordsProps {
  current: URLSearchParams;
  place: { label: string; inside?: string } | null;
  /** What was looked for in the place of words that nothing holds. */
  corrected: { typed: string; used: string } | null;
  total: number;
}

/** How the words typed were understood, when that is not as they were typed, and the way back. */
export function UnderstoodWords({ current, place, corrected, total }: UnderstoodWordsProps) {
  const typed = current.get("saisie");
  const words = current.get("q") ?? "";
  const wasTown = place && typed && typed !== words && typed.replace(/\s+/g, " ").startsWith(words);
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
