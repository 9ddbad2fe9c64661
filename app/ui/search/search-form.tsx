import { Form } from "@remix-run/react";

import { challenges as allChallenges } from "#app/domain/reference/challenges.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import { PERIODS, RADII_KM, type SearchQuery } from "#app/domain/search/search-filters.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { paths } from "#app/paths.ts";
import { CheckboxGroup } from "../components/choice-group.tsx";
import { SelectField } from "../components/select-field.tsx";
import { TextField } from "../components/text-field.tsx";
import { PlaceField } from "./place-field.tsx";
import { periodLabel } from "./search-texts.ts";

export interface SearchFormProps {
  query: Pick<
    SearchQuery,
    "place" | "radiusKm" | "sectors" | "family" | "challenges" | "periods" | "words" | "sort"
  >;
  families: readonly SectorFamily[];
  weeks: readonly InternshipWeek[];
  placeError?: string | undefined;
}

/** The whole search, in a form that reads: its address can be shared and kept. */
export function SearchForm({ query, families, weeks, placeError }: SearchFormProps) {
  const [sector, ...moreSectors] = query.sectors;
  const [period, ...morePeriods] = query.periods;
  const labels = new Map(families.flatMap(({ sectors }) => sectors.map(({ code, label }) => [code, label])));
  const sectorOptions = families.map(({ label, sectors }) => ({
    group: label,
    options: sectors.map((one) => ({ value: one.code, label: one.label })),
  }));
  return (
    <Form className="search-form" action={paths.offers()} method="get" role="search">
      <div className="search-form__fields">
        <PlaceField
          name="lieu"
          label="Ville, code postal ou adresse"
          defaultValue={query.place ?? ""}
          error={placeError}
        />
        <SelectField
          name="rayon"
          label="Rayon"
          defaultValue={String(query.radiusKm)}
          options={RADII_KM.map((km) => ({ value: String(km), label: `${km} km` }))}
        />
        <SelectField
          name="secteur"
          label="Secteur"
          emptyLabel="Tous"
          defaultValue={sector ?? ""}
          options={sectorOptions}
        />
        <SelectField
          name="periode"
          label="Période"
          emptyLabel="Toutes"
          defaultValue={period ?? ""}
          options={PERIODS.map((value) => ({ value, label: periodLabel(value, weeks) }))}
        />
        <TextField name="q" label="Mots-clés" type="search" defaultValue={query.words ?? ""} />
      </div>
      <Extra
        label="Autres domaines cherchés"
        id="secteur-autres"
        name="secteur"
        options={moreSectors.map((value) => ({ value, label: labels.get(value) ?? value }))}
      />
      <Extra
        label="Autres dates cherchées"
        id="periode-autres"
        name="periode"
        options={morePeriods.map((value) => ({ value, label: periodLabel(value, weeks) }))}
      />
      <MoreCriteria query={query} families={families} />
      {query.sort ? <input type="hidden" name="tri" value={query.sort} /> : null}
      <button className="fr-btn fr-btn--icon-left fr-icon-search-line search-form__submit" type="submit">
        Rechercher
      </button>
    </Form>
  );
}

/** Values beyond the first, which the address may hold: shown, so that they can be taken away. */
function Extra({
  label,
  id,
  name,
  options,
}: {
  label: string;
  id: string;
  name: string;
  options: { value: string; label: string }[];
}) {
  if (options.length === 0) return null;
  return (
    <CheckboxGroup
      id={id}
      name={name}
      label={label}
      options={options}
      defaultValue={options.map(({ value }) => value)}
      inline
    />
  );
}

function MoreCriteria({ query, families }: Pick<SearchFormProps, "query" | "families">) {
  const used = (query.family ? 1 : 0) + query.challenges.length;
  return (
    <details className="search-form__more" open={used > 0}>
      <summary>Plus de critères</summary>
      <div className="search-form__fields search-form__fields--more">
        <SelectField
          name="famille"
          label="Famille de métiers"
          emptyLabel="Toutes"
          defaultValue={query.family ?? ""}
          options={families.map(({ slug, label }) => ({ value: slug, label }))}
        />
        <CheckboxGroup
          name="defi"
          label="Défis"
          hint="Les grands sujets auxquels le stage fait réfléchir."
          defaultValue={query.challenges}
          options={allChallenges.map(({ slug, label }) => ({ value: slug, label }))}
          inline
        />
      </div>
    </details>
  );
}
