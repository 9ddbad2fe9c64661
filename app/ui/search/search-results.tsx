import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import type { OfferMarks } from "#app/domain/discovery/viewed/offer-marks.ts";
import type { SearchPage } from "#app/domain/search/found-offer.ts";
import type { SearchQuery, Sort } from "#app/domain/search/search-filters.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { ofPlace, plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { NextPageLink } from "../components/next-page-link.tsx";
import { OfferList } from "../components/offer-card.tsx";
import { SaveSearch } from "../discovery/save-search.tsx";
import { ResultCard } from "./result-card.tsx";
import { searchLink } from "./search-link.ts";
import { SORT_LABELS } from "./search-texts.ts";

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
  query: Pick<SearchQuery, "radiusKm">;
  place: PlaceShown | null;
  page: SearchPage;
  today: CalendarDate;
  /** Where distances are told from. */
  from: "place" | "school" | null;
  /** A page after the first. */
  further: boolean;
  sort: Sort;
  sorts: readonly Sort[];
  /** When others than the words typed were searched. */
  corrected: { used: string } | null;
  /** What the pupil who reads has done with these offers; null for other readers. */
  marks: OfferMarks | null;
  /** The same offers on a map, when they are asked so. */
  children?: ReactNode;
}

/** Where a further page begins, for those who see it and for the focus. */
const RESULTS = "resultats";

export function SearchResults(props: SearchResultsProps) {
  const { current, place, page, from, further, corrected, children } = props;
  const next = page.nextCursor ? searchLink(current, { curseur: page.nextCursor }) : null;
  return (
    <section className="search-results" aria-labelledby={RESULTS}>
      <div className="search-results__head">
        <ResultsTitle {...props} />
        <div className="search-results__tools">
          <Sorts {...props} />
          <SaveSearch current={current} corrected={corrected} />
        </div>
      </div>
      {further && page.offers.length > 0 ? <PageRange {...props} /> : null}
      {place && place.others.length > 0 ? <OtherPlaces current={current} place={place} /> : null}
      {children}
      {page.offers.length > 0 ? <ResultList {...props} /> : null}
      {from && page.offers.length > 0 ? <DistanceNote from={from} /> : null}
      <NextPageLink
        to={next ? `${next}#${RESULTS}` : null}
        firstPage={further ? searchLink(current, {}) : null}
      />
    </section>
  );
}

/** On a phone the bar above has just told the place: only screen readers hear it again. */
function ResultsTitle({ page, place, query }: SearchResultsProps) {
  const around = place ? `à moins de ${query.radiusKm}\u00a0km ${ofPlace(place.label)}` : "";
  return (
    <h2 className="search-results__title" id={RESULTS} tabIndex={-1}>
      {/* Said again by screen readers when a filter changes it. */}
      <span aria-live="polite" aria-atomic="true">
        {plural(page.total, "offre")}
        {place ? <span className="search-results__where"> {place.inside || around}</span> : null}
      </span>
    </h2>
  );
}

function PageRange({ current, page: { before, offers, total } }: SearchResultsProps) {
  return (
    <p className="search-results__range">
      {frenchNumber(before + 1)}–{frenchNumber(before + offers.length)} sur{" "}
      {frenchNumber(Math.max(total, before + offers.length))}{" "}
      <Link to={searchLink(current, {})}>Revenir à la première page</Link>
    </p>
  );
}

function ResultList({ current, page, place, today, marks }: SearchResultsProps) {
  const searched = (name: string) => (place ? (current.get(name) ?? undefined) : undefined);
  return (
    <OfferList>
      {page.offers.map((offer) => (
        <ResultCard
          key={offer.id}
          offer={offer}
          today={today}
          place={{ lieu: searched("lieu"), lat: searched("lat"), lon: searched("lon") }}
          approximate={place?.approximate ?? false}
          marks={
            marks && {
              favourite: marks.favourites.includes(offer.id),
              viewed: marks.viewed.includes(offer.id),
              applied: marks.applied[offer.id] ?? null,
            }
          }
        />
      ))}
    </OfferList>
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

/** In a row where there is room; on a phone, the order in use unfolds the others. */
function Sorts({ current, page, sort, sorts }: SearchResultsProps) {
  if (page.total < 2 || sorts.length < 2) return null;
  return (
    <nav className="search-results__sorts" aria-label="Ordre des offres">
      <details className="fold fold--sorts" key={sort}>
        <summary>Les plus {SORT_LABELS[sort]}</summary>
        <ul>
          {sorts.map((one) => (
            <li key={one}>
              <Link
                to={searchLink(current, { tri: one })}
                aria-current={one === sort ? "true" : undefined}
                preventScrollReset
              >
                Les plus {SORT_LABELS[one]}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
