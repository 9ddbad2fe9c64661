import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";

import { hasRole } from "#app/domain/accounts/actor.ts";
import { listOfferMarks } from "#app/domain/discovery/viewed/viewed-offers.queries.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { areaOf, type SearchPlace } from "#app/domain/search/search-place.ts";
import { ofPlace } from "#app/kernel/text.ts";
import { Notice } from "#app/ui/components/notice.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { withoutChange } from "#app/ui/pupil/favourite-return.ts";
import { ActiveFilters } from "#app/ui/search/active-filters.tsx";
import { OffersMap } from "#app/ui/search/map/offers-map.tsx";
import { OffersInstead } from "#app/ui/search/offers-instead.tsx";
import { PrintedSearch } from "#app/ui/search/printed-search.tsx";
import { SearchBar } from "#app/ui/search/search-bar.tsx";
import { SearchForm } from "#app/ui/search/search-form.tsx";
import { asksSomething, searchLink } from "#app/ui/search/search-link.ts";
import { type PlaceShown, SearchResults } from "#app/ui/search/search-results.tsx";
import { IGNORED_FILTERS } from "#app/ui/search/search-texts.ts";
import { UnderstoodWords } from "#app/ui/search/understood-words.tsx";
import { UnknownPlace } from "#app/ui/search/unknown-place.tsx";
import { ViewSwitch } from "#app/ui/search/view-switch.tsx";
import { WideningLinks } from "#app/ui/search/widening-links.tsx";
import { typeset } from "#app/kernel/typography.ts";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { FROM_SCHOOL, paths } from "#app/paths.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { optionalActor } from "#app/web/require-actor.server.ts";
import { pupilStart } from "#app/web/search/pupil-start.server.ts";
import { openSearch } from "#app/web/search/search-page.server.ts";

/** The same search by the same visitor is often asked again: a page that has not changed is not drawn twice. */
export const handle = { keptForVisitors: true };

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const { label = "", inside = "" } = data?.place ?? {};
  const place = inside ? ` ${inside}` : label && ` près ${ofPlace(label)}`;
  return [
    {
      title: pageTitle(listTitle(`Offres de stage${place}`, location.search), {
        hasErrors: data?.unknownPlace ?? false,
      }),
    },
    {
      name: "description",
      content: `Les offres de stage de seconde${place} : métier, distance et places libres de chaque semaine.`,
    },
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock } = appOf(args);
  const parameters = new URL(args.request.url).searchParams;
  const actor = await optionalActor(args);
  if (parameters.has(FROM_SCHOOL)) throw redirect(await pupilStart(appOf(args), parameters, actor));
  const search = await openSearch(appOf(args), parameters, actor);
  if (search.moved) throw redirect(searchLink(parameters, search.moved));
  const { query, families, campaign, where, results, map } = search;
  const pupil = actor && hasRole(actor, "pupil") ? actor : null;
  const shown = results?.page.offers.map(({ id }) => id);
  return {
    query: {
      ...query,
      departments: areaOf(where).departments,
      ignored: [...query.ignored, ...(results?.ignored ?? [])],
    },
    families,
    weeks: campaign?.weeks ?? [],
    today: parisDate(clock.now()),
    place: shownPlace(where),
    unknownPlace: where.kind === "unknown",
    guesses: where.kind === "unknown" ? (where.guesses ?? []) : [],
    results,
    map,
    marks: pupil && shown ? await listOfferMarks(db, pupil, shown) : null,
  };
}

function shownPlace(where: SearchPlace): PlaceShown | null {
  if (where.kind === "found")
    return { label: where.label, approximate: where.approximate, others: where.others };
  if (where.kind !== "territory") return null;
  return { label: where.label, approximate: false, others: where.others, inside: where.inside };
}

export default function Offers() {
  const { query, families, weeks, today, place, unknownPlace, guesses, results, map, marks } =
    useLoaderData<typeof loader>();
  const current = withoutChange(useSearchParams()[0]);
  const placeError = unknownPlace
    ? `Nous ne trouvons pas «\u00a0${query.place ?? ""}\u00a0». Essayez le nom de la commune ou son code postal.`
    : undefined;
  return (
    <Page>
      <PageHeader title="Trouver un stage" />
      <SearchBar
        query={query}
        place={place}
        searched={results !== null && asksSomething(current)}
        form={
          <SearchForm
            query={query}
            families={families}
            weeks={weeks}
            placeError={placeError}
            facets={results?.facets}
          />
        }
      >
        {results ? <ViewSwitch current={current} view={query.view} /> : null}
      </SearchBar>
      <ActiveFilters current={current} query={query} families={families} weeks={weeks} />
      {query.ignored.length > 0 ? (
        <Notice tone="warning" title="Une partie de la recherche n’a pas été utilisée">
          {query.ignored.map((name) => (
            <p key={name}>
              {typeset(IGNORED_FILTERS[name])}
              {name === "q" ? (
                <>
                  {" "}
                  <Link to={paths.ideas()}>Des idées pour commencer</Link>
                </>
              ) : null}
            </p>
          ))}
        </Notice>
      ) : null}
      {results ? (
        <>
          <PrintedSearch
            query={query}
            place={place}
            families={families}
            today={today}
            corrected={results.corrected}
            sort={results.sort}
          />
          <UnderstoodWords
            current={current}
            families={families}
            place={place}
            corrected={results.corrected}
            total={results.page.total}
          />
          <SearchResults
            current={current}
            query={query}
            place={place}
            today={today}
            marks={marks}
            {...results}
          >
            {map ? <OffersMap current={current} map={map} /> : null}
          </SearchResults>
          {results.widenings ? (
            <WideningLinks
              current={current}
              families={families}
              corrected={results.corrected}
              total={results.page.total}
              widenings={results.widenings}
            />
          ) : null}
          {results.instead ? <OffersInstead instead={results.instead} today={today} /> : null}
        </>
      ) : null}
      {unknownPlace ? <UnknownPlace current={current} typed={query.place ?? ""} guesses={guesses} /> : null}
      {weeks.length === 0 ? (
        <Notice title="Les dates du prochain stage ne sont pas encore annoncées">
          <p>Les offres paraîtront ici dès que la campagne sera ouverte.</p>
        </Notice>
      ) : null}
    </Page>
  );
}
