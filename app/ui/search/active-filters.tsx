import { Link } from "@remix-run/react";

import { challenges as allChallenges } from "#app/domain/reference/challenges.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { typeset } from "#app/kernel/typography.ts";
import { searchLink } from "./search-link.ts";
import { periodLabel } from "./search-texts.ts";
import type { AskedQuery } from "./use-live-search.ts";

interface ActiveFiltersProps {
  current: URLSearchParams;
  query: AskedQuery;
  families: readonly SectorFamily[];
  weeks: readonly InternshipWeek[];
}

/** What is asked beside the place, one tag a value: a press takes it away. */
export function ActiveFilters({ current, query, families, weeks }: ActiveFiltersProps) {
  const tags = tagsOf({ current, query, families, weeks });
  const count = tags.length + (query.words ? 1 : 0);
  if (count === 0) return null;
  return (
    <div className="active-filters">
      {query.words ? (
        <p className="active-filters__words">{typeset(`Mots-clés : « ${query.words} »`)}</p>
      ) : null}
      <ul aria-label="Filtres actifs">
        {query.words ? <WordsTag to={searchLink(current, { q: null })} /> : null}
        {tags.map(({ text, to }) => (
          <li key={to}>
            <Link className="fr-tag fr-tag--sm fr-tag--dismiss" to={to} preventScrollReset>
              <span className="fr-sr-only">Retirer le filtre&nbsp;: </span>
              {typeset(text)}
            </Link>
          </li>
        ))}
      </ul>
      {count > 1 ? (
        <Link className="active-filters__none" to={searchLink(current, NO_FILTER)} preventScrollReset>
          Tout effacer
        </Link>
      ) : null}
    </div>
  );
}

/** Among the links and the list items of the page, those that hold the title of an offer are this offer: words stand apart. */
function WordsTag({ to }: { to: string }) {
  return (
    <li>
      <Link className="fr-tag fr-tag--sm fr-tag--dismiss" to={to} preventScrollReset>
        <span className="fr-sr-only">Retirer le filtre&nbsp;: </span>
        Mots-clés
      </Link>
    </li>
  );
}

const NO_FILTER = { q: null, famille: null, secteur: null, periode: null, defi: null };

function tagsOf({ current, query, families, weeks }: ActiveFiltersProps) {
  const without = (name: string, values: readonly string[], value: string) =>
    searchLink(current, { [name]: values.filter((one) => one !== value) });
  const labels = new Map(families.flatMap(({ sectors }) => sectors.map(({ code, label }) => [code, label])));
  const family = families.find(({ slug }) => slug === query.family);
  const chosen = allChallenges.filter(({ slug }) => query.challenges.includes(slug));
  return [
    ...(family ? [{ text: family.label, to: searchLink(current, { famille: null }) }] : []),
    ...query.sectors.map((code) => ({
      text: labels.get(code) ?? code,
      to: without("secteur", query.sectors, code),
    })),
    ...query.periods.map((period) => ({
      text: periodLabel(period, weeks),
      to: without("periode", query.periods, period),
    })),
    ...chosen.map(({ slug, label }) => ({ text: label, to: without("defi", query.challenges, slug) })),
  ];
}
