import { ROSTER_FIELDS, type ColumnMap } from "#app/domain/roster/columns/roster-fields.ts";
import { columnLetter } from "#app/domain/roster/reading/table.ts";
import type { RosterColumns } from "#app/domain/roster/roster-import.ts";
import { SelectField } from "../../components/fields/select-field.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";
import { FIELD_LABELS } from "../../messages/roster.ts";

const OPTIONS = ROSTER_FIELDS.map((value) => ({ value, label: FIELD_LABELS[value] }));

interface RosterColumnsFormProps {
  columns: RosterColumns;
  refusal: Refusal | undefined;
}

/** What each column of the file holds: told once, kept for the school's next files. */
export function RosterColumnsForm({ columns, refusal }: RosterColumnsFormProps) {
  return (
    <section aria-labelledby="colonnes">
      <h2 id="colonnes">Que contient chaque colonne ?</h2>
      <p>
        Il faut au moins le nom, le prénom et la date de naissance. Votre réponse est retenue pour les
        prochains fichiers de l’établissement.
      </p>
      <SubmitForm mandatory="unmarked">
        {columns.header.map((name, index) => (
          <SelectField
            key={columnLetter(index)}
            name={`column-${index}`}
            label={`Colonne ${columnLetter(index)} : ${name || "sans nom"}`}
            hint={exampleOf(columns.samples[index] ?? [])}
            options={OPTIONS}
            optional
            emptyLabel="Ne pas lire cette colonne"
            defaultValue={textOf(refusal, `column-${index}`, fieldAt(columns.columns, index))}
          />
        ))}
        <SubmitButton intent="map">Utiliser ces colonnes</SubmitButton>
      </SubmitForm>
    </section>
  );
}

function exampleOf(samples: readonly string[]): string {
  return samples.length > 0 ? `Par exemple : ${samples.join(" · ")}` : "Cette colonne est vide.";
}

function fieldAt(columns: ColumnMap, index: number): string {
  return ROSTER_FIELDS.find((field) => columns[field]?.includes(index)) ?? "";
}
