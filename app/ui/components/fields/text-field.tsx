import type { InputHTMLAttributes } from "react";

import { describedBy, type FieldProps, FieldShell } from "./field-shell.tsx";

type NativeProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "autoComplete"
  | "inputMode"
  | "defaultValue"
  | "min"
  | "max"
  | "step"
  | "pattern"
  | "spellCheck"
  | "list"
  | "accept"
>;

export type TextFieldProps = FieldProps &
  NativeProps & {
    type?: "text" | "email" | "password" | "search" | "tel" | "number" | "date" | "time" | "url" | "file";
    /** Narrow field for a short value: "short" (a number, an hour) or "medium" (a code, a date). */
    width?: "short" | "medium";
  };

export function TextField(props: TextFieldProps) {
  const { name, label, id = name, hint, error, required, optional, type = "text", width, ...native } = props;
  return (
    <FieldShell id={id} field={props} className="fr-input-group">
      <input
        {...native}
        className={`fr-input${error ? " fr-input--error" : ""}${width ? ` field-${width}` : ""}`}
        id={id}
        name={name}
        type={type}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
      />
    </FieldShell>
  );
}
