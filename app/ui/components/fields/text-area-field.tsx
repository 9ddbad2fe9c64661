import { frenchNumber } from "#app/kernel/french-number.ts";
import { useEffect, useState } from "react";

import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { describedBy, type FieldProps, FieldShell } from "./field-shell.tsx";

export type TextAreaFieldProps = FieldProps & {
  defaultValue?: string;
  rows?: number;
  minLength?: number;
  maxLength?: number;
  /** A text in French, whose spelling the browser checks. */
  spellCheck?: boolean;
  onText?: (text: string) => void;
};

function lengthRule(min: number | undefined, max: number | undefined): string {
  const format = (count: number) => frenchNumber(count);
  if (min && max) return `Entre ${format(min)} et ${format(max)} caractères.`;
  if (max) return `${format(max)} caractères au plus.`;
  if (min) return `Au moins ${format(min)} caractères.`;
  return "";
}

/** The length is told, counted as one types, and judged by the server: nothing cuts the text short. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, id = name, error, required, defaultValue = "", rows = 6, minLength, maxLength } = props;
  const { spellCheck, onText } = props;
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
        {...(spellCheck ? { spellCheck, lang: "fr" } : {})}
        onInput={({ currentTarget: { value } }) => {
          // Characters as the database counts them: a pictogram is one.
          setLength([...value.trim()].length);
          onText?.(value);
        }}
      />
      {maxLength ? <Count length={length} min={minLength ?? 0} max={maxLength} /> : null}
    </FieldShell>
  );
}

const PAUSE_MS = 1500;

/** Shown at each key; told to a screen reader once the typing pauses. */
function Count({ length, min, max }: { length: number | null; min: number; max: number }) {
  const [told, setTold] = useState("");
  useEffect(() => {
    if (length === null) return;
    const pause = setTimeout(() => setTold(countText(length, min, max)), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [length, min, max]);
  return (
    <>
      {length === null ? null : (
        <p className="field-count" aria-hidden="true">
          {countText(length, min, max)}
        </p>
      )}
      <p className="fr-sr-only" role="status">
        {told}
      </p>
    </>
  );
}

function countText(length: number, min: number, max: number): string {
  const count = `${plural(length, "caractère")} sur ${frenchNumber(max)}`;
  if (length > max) return typeset(`${count} : ${frenchNumber(length - max)} de trop`);
  return length < min ? typeset(`${count} : encore ${frenchNumber(min - length)} au moins`) : count;
}
