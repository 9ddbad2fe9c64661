import { Form, useSearchParams } from "@remix-run/react";

import { challenges as allChallenges } from "#app/domain/reference/challenges.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import type { SearchFacets } from "#app/domain/search/search-facets.ts";
import { PERIODS, RADII_KM } from "#app/domain/search/search-filters.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { paths } from "#app/paths.ts";
import { CheckboxGroup } from "../components/fields/choice-group.tsx";
import { SelectField } from "../components/fields/select-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { AroundMe } from "./around-me.tsx";
import { MoreFilters } from "./more-filters.tsx";
import { PlaceField } from "./place-field.tsx";
import { countedOptions, periodLabel } from "./search-texts.ts";
import { type AskedQuery, useLiveSearch } from "./use-live-search.ts";

interface SearchFormProps {
  query: AskedQuery;
  families: readonly SectorFamily[];
  weeks: readonly InternshipWeek[];
  /** Absent when nothing could be searched. */
  facets: SearchFacets | undefined;
  placeError?: string | undefined;
}

/** The whole search, in a form that reads: its address can be shared and kept. */
export function SearchForm({ query, families, weeks, facets, placeError }: SearchFormProps) {
  const { form, apply, onChange, onSubmit } = useLiveSearch(query);
  const [sector, ...moreSectors] = query.sectors;
  const [period, ...morePeriods] = query.periods;
  const [current] = useSearchParams();
  const asWords = query.words !== null && !query.place && current.get("saisie") === query.words;
  return (
    <Form
      className="search-form"
      action={paths.offers()}
      method="get"
      role="search"
      ref={form}
      onChange={onChange}
      onSubmit={onSubmit}
    >
      <div className="search-form__fields">
        <PlaceField
          name="lieu"
          label="Ville, code postal ou adresse"
          defaultValue={query.place ?? ""}
          error={placeError}
          onChoose={apply}
        />
        <SelectField
          name="rayon"
          label="Rayon"
          defaultValue={String(query.radiusKm)}
          options={RADII_KM.map((km) => ({ value: String(km), label: `${km} km` }))}
        />
        <TextField name="q" label="Mots-clés" type="search" defaultValue={query.words ?? ""} />
        <SelectField
          name="famille"
          label="Famille de métiers"
          emptyLabel="Toutes"
          defaultValue={query.family ?? ""}
          options={families.flatMap(({ slug, label }) =>
            countedOptions([{ value: slug, label }], facets?.families, [query.family]),
          )}
        />
        <SelectField
          name="secteur"
          label="Secteur"
          emptyLabel="Tous"
          defaultValue={sector ?? ""}
          options={families
            .filter(({ slug }) => !query.family || slug === query.family)
            .map(({ label, sectors }) => ({
              group: label,
              options: countedOptions(
                sectors.map((one) => ({ value: one.code, label: one.label })),
                facets?.sectors,
                query.sectors,
              ),
            }))
            .filter(({ options }) => options.length > 0)}
        />
        <SelectField
          name="periode"
          label="Période"
          emptyLabel="Toutes"
          defaultValue={period ?? ""}
          options={countedOptions(
            PERIODS.map((one) => ({ value: one, label: periodLabel(one, weeks) })),
            facets?.periods,
            query.periods,
          )}
        />
      </div>
      <Kept name="secteur" values={moreSectors} />
      <Kept name="periode" values={morePeriods} />
      <Kept name="saisie" values={asWords ? [query.words ?? ""] : []} />
      <Kept name="tri" values={query.sort ? [query.sort] : []} />
      <Kept name="vue" values={query.view === "carte" ? [query.view] : []} />
      <div className="search-form__end">
        <AroundMe />
        <MoreFilters used={query.challenges.length} total={facets?.total}>
          <OtherFields query={query} facets={facets} />
        </MoreFilters>
        <button className="fr-btn fr-btn--icon-left fr-icon-search-line search-form__submit" type="submit">
          Rechercher
        </button>
      </div>
    </Form>
  );
}

/** What the address asks beyond the fields: told by the tags, which take it away. */
function Kept({ name, values }: { name: string; values: readonly string[] }) {
  return values.map((value) => <input key={value} type="hidden" name={name} value={value} />);
}

/** The filters that few need. */
function OtherFields({ query, facets }: Pick<SearchFormProps, "query" | "facets">) {
  return (
    <CheckboxGroup
      name="defi"
      label="Défis"
      hint="Les grands sujets auxquels le stage fait réfléchir."
      defaultValue={query.challenges}
      options={countedOptions(
        allChallenges.map(({ slug, label }) => ({ value: slug, label })),
        facets?.challenges,
        query.challenges,
      )}
      inline
    />
  );
}
