import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { paths } from "#app/paths.ts";
import { describedBy, FieldShell, type FieldProps } from "../components/fields/field-shell.tsx";

const LIST_ID = "address-communes";
/** Where an address may be. */
const TOWNS = ["commune", "arrondissement", "lycee"];

interface FoundPlaces {
  lieux: { label: string; type: string }[];
}

/**
 * A street and its commune on one line. With JavaScript the browser proposes the communes for the words after the last
 * comma (a plain datalist); without, the server finds the commune and asks when it is not clear.
 */
export function AddressField({ defaultValue, ...field }: FieldProps & { defaultValue: string }) {
  const { name, id = name, error, required } = field;
  const fetcher = useFetcher<FoundPlaces>();
  const [street, setStreet] = useState("");
  const propose = (text: string) => {
    const comma = text.lastIndexOf(",");
    const town = text.slice(comma + 1).trim();
    setStreet(comma < 0 ? "" : `${text.slice(0, comma)}, `);
    if (town.length >= 2 && (comma >= 0 || !/\d/.test(town))) void fetcher.load(paths.places(town));
  };
  const communes = (fetcher.data?.lieux ?? []).filter(({ type }) => TOWNS.includes(type));
  return (
    <FieldShell id={id} field={field} className="fr-input-group">
      <input
        className={`fr-input${error ? " fr-input--error" : ""}`}
        id={id}
        name={name}
        type="text"
        list={LIST_ID}
        autoComplete="off"
        defaultValue={defaultValue}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, field)}
        onInput={(event) => propose(event.currentTarget.value)}
      />
      <datalist id={LIST_ID}>
        {communes.map(({ label }) => (
          <option key={label} value={`${street}${label}`} />
        ))}
      </datalist>
    </FieldShell>
  );
}
