import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";

import { hasRole } from "#app/domain/accounts/actor.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listSearchInterests } from "#app/domain/discovery/interests.queries.server.ts";
import { listOfferMarks } from "#app/domain/discovery/viewed-offers.queries.server.ts";
import { getEligibility } from "#app/domain/offers/offers.queries.server.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import { readSearchQuery } from "#app/domain/search/search-filters.ts";
import { locateSearchPlace } from "#app/domain/search/search-place.ts";
import { findTownInWords } from "#app/domain/search/town-in-words.server.ts";
import { runSearch } from "#app/domain/search/run-search.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { ofPlace } from "#app/kernel/text.ts";
import { Notice } from "#app/ui/components/notice.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { withoutChange } from "#app/ui/pupil/favourite-return.ts";
import { ActiveFilters } from "#app/ui/search/active-filters.tsx";
import { OffersMap } from "#app/ui/search/offers-map.tsx";
import { PrintedSearch } from "#app/ui/search/printed-search.tsx";
import { SearchForm } from "#app/ui/search/search-form.tsx";
import { searchLink } from "#app/ui/search/search-link.ts";
import { SearchResults } from "#app/ui/search/search-results.tsx";
import { IGNORED_FILTERS } from "#app/ui/search/search-texts.ts";
import { UnderstoodWords } from "#app/ui/search/understood-words.tsx";
import { UnknownPlace } from "#app/ui/search/unknown-place.tsx";
import { WideningLinks } from "#app/ui/search/widening-links.tsx";
import { typeset } from "#app/ui/typeset.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { noteSearch } from "#app/web/note-search.server.ts";
import { startMap } from "#app/web/offers-map.server.ts";
import { optionalActor } from "#app/web/require-actor.server.ts";

/** The same search by the same visitor is often asked again: a page that has not changed is not drawn twice. */
export const handle = { keptForVisitors: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const place = data?.place ? ` près ${ofPlace(data.place.label)}` : "";
  return [
    { title: pageTitle(`Offres de stage${place}`, { hasErrors: data?.unknownPlace ?? false }) },
    {
      name: "description",
      content: `Les offres de stage de seconde${place} : métier, distance et places libres de chaque semaine.`,
    },
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, offerIndex } = args.context.app;
  const url = new URL(args.request.url);
  const [families, campaign] = await Promise.all([
    listSectorFamilies(db),
    getCurrentCampaign(db, clock.now()),
  ]);
  const query = readSearchQuery(url.searchParams, families);
  const where = await locateSearchPlace(args.context.app, query);
  if (where.kind === "address")
    throw redirect(searchLink(url.searchParams, { lieu: where.label, lat: where.lat, lon: where.lon }));
  const actor = await optionalActor(args);
  const asker = await getEligibility(db, actor);
  const asWords = url.searchParams.get("saisie");
  const town =
    campaign && (await findTownInWords(args.context.app, query, { asWords, campaignId: campaign.id, asker }));
  if (town)
    throw redirect(searchLink(url.searchParams, { lieu: town.place, q: town.words, saisie: query.words }));
  const unknownPlace = where.kind === "unknown";
  const index = campaign && offerIndex.of(campaign.id);
  const interests = await listSearchInterests(db, actor, { sort: query.sort, campaign, at: clock.now() });
  const search = campaign && !unknownPlace && { query, where, campaign, families, index, interests };
  const results = search ? await runSearch(db, search, asker) : null;
  noteSearch(args.context.app, { query, where, results });
  const pupil = actor && hasRole(actor, "pupil") ? actor : null;
  return {
    query: { ...query, ignored: [...query.ignored, ...(results?.ignored ?? [])] },
    families,
    weeks: campaign?.weeks ?? [],
    today: parisDate(clock.now()),
    place:
      where.kind === "found"
        ? { label: where.label, approximate: where.approximate, others: where.others }
        : null,
    unknownPlace,
    results,
    map: await startMap(args.context.app, { query, where, campaign, results }, asker),
    marks:
      pupil &&
      results &&
      (await listOfferMarks(
        db,
        pupil,
        results.page.offers.map(({ id }) => id),
      )),
  };
}

export default function Offers() {
  const { query, families, weeks, today, place, unknownPlace, results, map, marks } =
    useLoaderData<typeof loader>();
  const current = withoutChange(useSearchParams()[0]);
  const placeError = unknownPlace
    ? `Nous ne trouvons pas «\u00a0${query.place ?? ""}\u00a0». Essayez le nom de la commune ou son code postal.`
    : undefined;
  return (
    <Page>
      <PageHeader title="Trouver un stage" />
      <SearchForm
        query={query}
        families={families}
        weeks={weeks}
        placeError={placeError}
        facets={results?.facets}
      />
      <ActiveFilters current={current} query={query} families={families} weeks={weeks} />
      {query.ignored.length > 0 ? (
        <Notice tone="warning" title="Une partie de la recherche n’a pas été utilisée">
          {query.ignored.map((name) => (
            <p key={name}>{typeset(IGNORED_FILTERS[name])}</p>
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
            place={place}
            corrected={results.corrected}
            total={results.page.total}
          />
          <SearchResults current={current} query={query} place={place} marks={marks} {...results}>
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
        </>
      ) : null}
      {unknownPlace ? <UnknownPlace current={current} typed={query.place ?? ""} /> : null}
      {weeks.length === 0 ? (
        <Notice title="Les dates du prochain stage ne sont pas encore annoncées">
          <p>Les offres paraîtront ici dès que la campagne sera ouverte.</p>
        </Notice>
      ) : null}
    </Page>
  );
}
