import { Link } from "@remix-run/react";

import type { FoundOffer, SearchPage } from "#app/domain/search/found-offer.ts";
import type { Sort } from "#app/domain/search/search-filters.ts";
import { frenchDistance } from "#app/kernel/geo.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { NextPageLink } from "../components/next-page-link.tsx";
import { OfferCard, OfferList } from "../components/offer-card.tsx";
import { searchLink } from "./search-link.ts";
import { lengthText, seatTexts, SORT_LABELS } from "./search-texts.ts";

/** Where the search is made, as the reader is told. */
export interface PlaceShown {
  label: string;
  approximate: boolean;
  /** Labels of the places that the text could also mean. */
  others: string[];
}

interface SearchResultsProps {
  current: URLSearchParams;
  place: PlaceShown | null;
  radiusKm: number;
  page: SearchPage;
  /** A page after the first. */
  further: boolean;
  sort: Sort;
  sorts: readonly Sort[];
}

export function SearchResults({ current, place, radiusKm, page, further, sort, sorts }: SearchResultsProps) {
  const where = place ? ` à moins de ${radiusKm}\u00a0km de ${place.label}` : "";
  return (
    <section className="search-results" aria-labelledby="resultats">
      <h2 className="search-results__title" id="resultats" tabIndex={-1}>
        {plural(page.total, "offre")}
        {where}
      </h2>
      {place && place.others.length > 0 ? <OtherPlaces current={current} place={place} /> : null}
      {page.total > 1 && sorts.length > 1 ? <Sorts current={current} sort={sort} sorts={sorts} /> : null}
      {page.offers.length > 0 ? (
        <OfferList>
          {page.offers.map((offer) => (
            <ResultCard
              key={offer.id}
              offer={offer}
              current={current}
              approximate={place?.approximate ?? false}
            />
          ))}
        </OfferList>
      ) : null}
      <NextPageLink
        to={page.nextCursor ? searchLink(current, { curseur: page.nextCursor }) : null}
        firstPage={further ? searchLink(current, {}) : null}
      />
    </section>
  );
}

function OtherPlaces({ current, place }: { current: URLSearchParams; place: PlaceShown }) {
  return (
    <div className="search-results__others">
      <p>
        Nous cherchons autour de <strong>{place.label}</strong>. Vous pensiez à un autre lieu&nbsp;?
      </p>
      <ul>
        {place.others.map((label) => (
          <li key={label}>
            <Link to={searchLink(current, { lieu: label, lat: null, lon: null })}>{label}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sorts({ current, sort, sorts }: { current: URLSearchParams; sort: Sort; sorts: readonly Sort[] }) {
  return (
    <nav className="search-results__sorts" aria-label="Ordre des offres">
      <span aria-hidden="true">D’abord&nbsp;:</span>
      <ul>
        {sorts.map((one) => (
          <li key={one}>
            <Link to={searchLink(current, { tri: one })} aria-current={one === sort ? "true" : undefined}>
              {SORT_LABELS[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ResultCard({
  offer,
  current,
  approximate,
}: {
  offer: FoundOffer;
  current: URLSearchParams;
  approximate: boolean;
}) {
  const from = (name: string) => (offer.distanceKm === null ? undefined : (current.get(name) ?? undefined));
  const length = lengthText(offer);
  return (
    <OfferCard
      to={paths.offer(offer.id, { lieu: from("lieu"), lat: from("lat"), lon: from("lon") })}
      title={offer.title}
      organisation={offer.organisation}
      town={offer.town}
      sector={offer.sectorLabel}
      seats={seatTexts(offer.free)}
      badges={[
        ...(length ? [{ tone: "info" as const, text: length }] : []),
        ...(offer.reserved
          ? [{ tone: "success" as const, text: "Réservée à des lycées, dont le vôtre" }]
          : []),
      ]}
      {...(offer.distanceKm === null
        ? {}
        : { distance: frenchDistance(offer.distanceKm, approximate || offer.approximate) })}
    />
  );
}
