import { TextField } from "../components/fields/text-field.tsx";

/** How many applications the host answers at once. */
export function OpenApplicationsField(field: {
  name: string;
  defaultValue: string;
  error: string | undefined;
}) {
  return (
    <TextField
      {...field}
      label="Nombre de candidatures à traiter en même temps"
      hint="Au-delà, l’offre affiche «&nbsp;Complet pour l’instant&nbsp;» et revient dès que vous répondez. Laissez vide pour ne pas fixer de limite."
      optional
      type="number"
      min={1}
      max={200}
      step={1}
      inputMode="numeric"
      width="short"
    />
  );
}
