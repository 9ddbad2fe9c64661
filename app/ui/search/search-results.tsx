import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import type { SearchPage } from "#app/domain/search/found-offer.ts";
import type { SearchQuery, Sort } from "#app/domain/search/search-filters.ts";
import { ofPlace, plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { NextPageLink } from "../components/next-page-link.tsx";
import { OfferList } from "../components/offer-card.tsx";
import { SaveSearch } from "../discovery/save-search.tsx";
import { ResultCard } from "./result-card.tsx";
import { searchLink } from "./search-link.ts";
import { SORT_LABELS } from "./search-texts.ts";
import { ViewSwitch } from "./view-switch.tsx";

/** Where the search is made, as the reader is told. */
export interface PlaceShown {
  label: string;
  approximate: boolean;
  /** Labels of the places that the text could also mean. */
  others: string[];
  /** "en Bretagne": a territory is searched whole. */
  inside?: string;
}

export interface SearchResultsProps {
  current: URLSearchParams;
  query: Pick<SearchQuery, "radiusKm" | "view">;
  place: PlaceShown | null;
  page: SearchPage;
  /** Where distances are told from. */
  from: "place" | "school" | null;
  /** A page after the first. */
  further: boolean;
  sort: Sort;
  sorts: readonly Sort[];
  /** When others than the words typed were searched. */
  corrected: { used: string } | null;
  /** What the pupil who reads has done with these offers; null for other readers. */
  marks: { favourites: readonly string[]; viewed: readonly string[] } | null;
  /** The same offers on a map, when they are asked so. */
  children?: ReactNode;
}

export function SearchResults(props: SearchResultsProps) {
  const { current, query, place, page, from, further, sort, sorts, corrected, marks, children } = props;
  const around = place ? `à moins de ${query.radiusKm}\u00a0km ${ofPlace(place.label)}` : "";
  const where = place ? ` ${place.inside || around}` : "";
  const searched = (name: string) => (place ? (current.get(name) ?? undefined) : undefined);
  return (
    <section className="search-results" aria-labelledby="resultats">
      <div className="search-results__head">
        <h2 className="search-results__title" id="resultats" tabIndex={-1}>
          {/* Said again by screen readers when a filter changes it. */}
          <span aria-live="polite" aria-atomic="true">
            {plural(page.total, "offre")}
            {where}
          </span>
        </h2>
        <div className="search-results__tools">
          <ViewSwitch current={current} view={query.view} />
          <SaveSearch current={current} corrected={corrected} />
        </div>
      </div>
      {place && place.others.length > 0 ? <OtherPlaces current={current} place={place} /> : null}
      {children}
      <div className="search-results__order">
        {page.total > 1 && sorts.length > 1 ? <Sorts current={current} sort={sort} sorts={sorts} /> : null}
        {from && page.offers.length > 0 ? <DistanceNote from={from} /> : null}
      </div>
      {page.offers.length > 0 ? (
        <OfferList>
          {page.offers.map((offer) => (
            <ResultCard
              key={offer.id}
              offer={offer}
              place={{ lieu: searched("lieu"), lat: searched("lat"), lon: searched("lon") }}
              approximate={place?.approximate ?? false}
              marks={
                marks && {
                  favourite: marks.favourites.includes(offer.id),
                  viewed: marks.viewed.includes(offer.id),
                }
              }
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

/** Distances are straight lines, and times a rule of thumb: told once for the whole list. */
function DistanceNote({ from }: { from: "place" | "school" }) {
  return (
    <p className="search-results__note">
      Durées approximatives (distance à vol d’oiseau{from === "school" ? " depuis votre lycée" : ""}).{" "}
      <Link to={`${paths.help()}#trajets`}>D’où viennent les durées&nbsp;?</Link>
    </p>
  );
}

function OtherPlaces({ current, place }: { current: URLSearchParams; place: PlaceShown }) {
  return (
    <div className="search-results__others">
      <p>
        Nous cherchons <strong>{place.inside || `autour ${ofPlace(place.label)}`}</strong>. Vous pensiez à un
        autre lieu&nbsp;?
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
      <span aria-hidden="true">Les plus</span>
      <ul>
        {sorts.map((one) => (
          <li key={one}>
            <Link
              to={searchLink(current, { tri: one })}
              aria-current={one === sort ? "true" : undefined}
              preventScrollReset
            >
              <span className="fr-sr-only">Les plus </span>
              {SORT_LABELS[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
