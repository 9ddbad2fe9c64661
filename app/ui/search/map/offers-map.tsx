import { useNavigate } from "@remix-run/react";
import { useRef } from "react";
import { createPortal } from "react-dom";

import { mapParameters } from "#app/domain/search/map-query.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { AREAS, circleLike } from "./map-areas.ts";
import { MapPopup } from "./map-popup.tsx";
import { searchLink } from "#app/ui/search/search-link.ts";
import { StillMap } from "./still-map.tsx";
import { useOffersMap, type MapStart } from "./use-offers-map.ts";

const AFTER = "apres-la-carte";

const ARROWS = [
  { label: "Vers le nord", icon: "fr-icon-arrow-up-line", east: 0, south: -1 },
  { label: "Vers l’ouest", icon: "fr-icon-arrow-left-line", east: -1, south: 0 },
  { label: "Vers l’est", icon: "fr-icon-arrow-right-line", east: 1, south: 0 },
  { label: "Vers le sud", icon: "fr-icon-arrow-down-line", east: 0, south: 1 },
] as const;

/** Every offer of the search on a map; the list under it says the same in words. */
export function OffersMap({ current, map: start }: { current: URLSearchParams; map: MapStart }) {
  const frame = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const search = searchOf(current, start.words);
  const { status, count, moved, popup, map } = useOffersMap(frame, search, start);
  const from = (name: string) => current.get(name) ?? undefined;
  const linkTo = (offerId: string) =>
    paths.offer(offerId, { lieu: from("lieu"), lat: from("lat"), lon: from("lon") });
  const searchHere = () => {
    if (!moved) return;
    const here = searchLink(current, { lieu: null, ...circleLike(moved.box) });
    void navigate(here, { preventScrollReset: true });
  };
  return (
    <section className="offers-map" aria-label="Carte des offres">
      <noscript>
        <StillMap current={current} start={start} linkTo={linkTo} />
      </noscript>
      <div className="js-only">
        <a className="offers-map__skip fr-link" href={`#${AFTER}`}>
          Passer la carte
        </a>
        <div className="offers-map__areas" role="group" aria-label="Aller à une autre partie de la France">
          {AREAS.map(({ label, box }) => (
            <button
              className="fr-btn fr-btn--sm fr-btn--tertiary"
              type="button"
              key={label}
              onClick={() => map.current?.show(box)}
            >
              {label}
            </button>
          ))}
        </div>
        <div className="offers-map__frame">
          <div
            className="offers-map__map"
            ref={frame}
            role="group"
            aria-label="Carte : les flèches la déplacent, plus et moins changent l’échelle"
          />
          {moved && !popup ? (
            <button className="fr-btn fr-btn--sm offers-map__here" type="button" onClick={searchHere}>
              Chercher dans cette zone
            </button>
          ) : null}
        </div>
        <div className="offers-map__arrows" role="group" aria-label="Déplacer la carte">
          {ARROWS.map(({ label, icon, east, south }) => (
            <button
              className={`fr-btn fr-btn--sm fr-btn--tertiary fr-btn--icon-left ${icon}`}
              type="button"
              key={label}
              onClick={() => map.current?.pan(east, south)}
            >
              {label}
            </button>
          ))}
        </div>
        <p className="offers-map__status" role="status">
          {status === "failed"
            ? "La carte n’a pas pu être chargée : la liste montre les mêmes offres."
            : count === null
              ? "La carte arrive…"
              : `${count === 0 ? "Aucune offre de cette recherche" : plural(count, "offre")} sur cette partie de la carte.`}
        </p>
        <span id={AFTER} tabIndex={-1} />
      </div>
      {popup
        ? createPortal(
            <MapPopup
              offers={popup.offers}
              count={popup.count}
              linkTo={linkTo}
              onSettled={() => map.current?.settlePopup()}
              onClose={() => map.current?.closePopup()}
            />,
            popup.content,
          )
        : null}
    </section>
  );
}

/** The search that the map shows: its words may have been corrected. */
function searchOf(current: URLSearchParams, words: string | null): string {
  const query = mapParameters(current, {});
  if (words) query.set("q", words);
  return query.toString();
}
