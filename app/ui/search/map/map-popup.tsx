import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";

import type { MapOffer } from "#app/domain/search/offer-map.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { seatTexts } from "#app/ui/search/search-texts.ts";

interface MapPopupProps {
  offers: MapOffer[] | null;
  /** How many offers lie here, when more than those told. */
  count: number;
  linkTo(offerId: string): string;
  onSettled(): void;
  onClose(): void;
}

/** The offers of a marker: it takes the focus, which the map gives back when it closes. */
export function MapPopup({ offers, count, linkTo, onSettled, onClose }: MapPopupProps) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    onSettled();
    content.current?.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
    // Again when the offers have come, for another size and a first link.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [offers]);
  const more = count - (offers?.length ?? 0);
  return (
    <div ref={content} role="dialog" aria-label={plural(count, "offre")}>
      {offers ? (
        <ul className="map-popup__offers">
          {offers.map((offer) => (
            <li key={offer.id}>
              <p className="map-popup__title">
                <Link to={linkTo(offer.id)}>{typeset(offer.title)}</Link>
              </p>
              <p>
                {offer.organisation} · {offer.town}
              </p>
              {seatTexts(offer.free).map((text) => (
                <p key={text}>{typeset(text)}</p>
              ))}
            </li>
          ))}
        </ul>
      ) : (
        <p>Les offres arrivent…</p>
      )}
      {offers && more > 0 ? <p>Et {plural(more, "autre offre", "autres offres")} au même endroit.</p> : null}
      <button className="fr-btn fr-btn--sm fr-btn--tertiary" type="button" onClick={onClose}>
        Fermer
      </button>
    </div>
  );
}
