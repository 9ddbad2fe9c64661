import { useState } from "react";

import { describedBy, type FieldProps, FieldShell } from "./field-shell.tsx";

export type TextAreaFieldProps = FieldProps & {
  defaultValue?: string;
  rows?: number;
  minLength?: number;
  maxLength?: number;
};

function lengthRule(min: number | undefined, max: number | undefined): string {
  const format = (count: number) => count.toLocaleString("fr-FR");
  if (min && max) return `Entre ${format(min)} et ${format(max)} caractères.`;
  if (max) return `${format(max)} caractères au plus.`;
  if (min) return `Au moins ${format(min)} caractères.`;
  return "";
}

/** The length is told, counted as one types, and judged by the server: nothing cuts the text short. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, id = name, error, required, defaultValue = "", rows = 6, minLength, maxLength } = props;
  const [length, setLength] = useState<number | null>(null);
  const hint = [props.hint, lengthRule(minLength, maxLength)].filter(Boolean).join(" ");
  const field = { ...props, ...(hint ? { hint } : {}) };
  return (
    <FieldShell id={id} field={field} className="fr-input-group">
      <textarea
        className={`fr-input${error ? " fr-input--error" : ""}`}
        id={id}
        name={name}
        rows={rows}
        required={required}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, field)}
        onInput={(event) => setLength(event.currentTarget.value.trim().length)}
      />
      {maxLength && length !== null ? (
        <p className="field-count" aria-hidden="true">
          {length.toLocaleString("fr-FR")} / {maxLength.toLocaleString("fr-FR")}
        </p>
      ) : null}
    </FieldShell>
  );
}
