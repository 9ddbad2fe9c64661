import { Form } from "@remix-run/react";
import type { HostFilters } from "#app/domain/host-memory/host-memory.ts";
import { paths } from "#app/paths.ts";
import { SelectField } from "../../components/fields/select-field.tsx";
import { TextField } from "../../components/fields/text-field.tsx";

interface HostFiltersFormProps {
  filters: HostFilters;
  schoolYears: readonly string[];
}

/** Which hosts: all of it stands in the address. */
export function HostFiltersForm({ filters, schoolYears }: HostFiltersFormProps) {
  return (
    <Form className="board-filters" action={paths.school.hosts()} key={JSON.stringify(filters)}>
      <TextField name="q" label="Structure, ville ou offre" type="search" defaultValue={filters.words} />
      <SelectField
        name="annee"
        label="Année scolaire"
        emptyLabel="Toutes les années"
        defaultValue={filters.schoolYear ?? ""}
        options={schoolYears.map((value) => ({ value, label: value }))}
      />
      <button type="submit" className="fr-btn fr-btn--secondary">
        Afficher
      </button>
    </Form>
  );
}
