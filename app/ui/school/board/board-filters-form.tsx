import { Form } from "@remix-run/react";
import {
  BOARD_ORDERS,
  ORDER_SLUGS,
  STANDING_SLUGS,
  type BoardFilters,
} from "#app/domain/follow-up/board/board-filters.ts";
import type { BoardTotals } from "#app/domain/follow-up/board/board-totals.ts";
import { STANDINGS } from "#app/domain/follow-up/board/standing.ts";
import { paths } from "#app/paths.ts";
import { SelectField } from "../../components/fields/select-field.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { ORDER_LABELS } from "../../messages/board.ts";
import { STANDING_LABELS } from "../../messages/standings.ts";

interface BoardFiltersFormProps {
  filters: BoardFilters;
  classes: readonly BoardTotals[];
}

/** Which pupils, in which order: all of it stands in the address. */
export function BoardFiltersForm({ filters, classes }: BoardFiltersFormProps) {
  return (
    <Form className="board-filters" action={`${paths.school.home()}#eleves`} key={JSON.stringify(filters)}>
      {classes.length > 1 ? (
        <SelectField
          name="classe"
          label="Classe"
          emptyLabel="Toutes les classes"
          defaultValue={filters.classGroupId ?? ""}
          options={classes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <SelectField
        name="situation"
        label="Situation"
        emptyLabel="Toutes les situations"
        defaultValue={filters.standing ? STANDING_SLUGS[filters.standing] : ""}
        options={STANDINGS.map((one) => ({ value: STANDING_SLUGS[one], label: STANDING_LABELS[one].text }))}
      />
      <TextField name="nom" label="Nom ou prénom" type="search" defaultValue={filters.name} />
      <SelectField
        name="tri"
        label="Ordre"
        defaultValue={ORDER_SLUGS[filters.order]}
        options={BOARD_ORDERS.map((one) => ({ value: ORDER_SLUGS[one], label: ORDER_LABELS[one] }))}
      />
      <button type="submit" className="fr-btn fr-btn--secondary">
        Afficher
      </button>
    </Form>
  );
}
