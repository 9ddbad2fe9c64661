import type { ReactNode } from "react";
import { typeset } from "#app/kernel/typography.ts";

/** What every form field takes. `id` is the name unless told otherwise: error summaries link to it. */
export interface FieldProps {
  name: string;
  label: string;
  id?: string;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
  /** Tells in the label that the field may stay empty. */
  optional?: boolean;
}

/** Ids of the hint and of the error, in reading order, for `aria-describedby`. */
export function describedBy(id: string, field: Pick<FieldProps, "hint" | "error">) {
  const ids = [field.hint ? `${id}-hint` : null, field.error ? `${id}-error` : null];
  return ids.filter(Boolean).join(" ") || undefined;
}

/** The label, with what tells a field that may stay empty from the others. */
export function labelText({ label, optional }: Pick<FieldProps, "label" | "optional">): string {
  return typeset(optional ? `${label} (facultatif)` : label);
}

export function FieldHint({ id, hint }: { id: string; hint?: string | undefined }) {
  if (!hint) return null;
  return (
    <p className="fr-hint-text field-hint" id={`${id}-hint`}>
      {typeset(hint)}
    </p>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="fr-message fr-message--error field-error" id={`${id}-error`}>
      {typeset(error)}
    </p>
  );
}

/** Label, hint, control, error. The hint stays out of the label so that the field's name is the label alone. */
export function FieldShell({
  id,
  field,
  className,
  children,
}: {
  id: string;
  field: FieldProps;
  className: string;
  children: ReactNode;
}) {
  return (
    <div className={`${className}${field.error ? ` ${className}--error` : ""}`}>
      <label className="fr-label" htmlFor={id}>
        {labelText(field)}
      </label>
      <FieldHint id={id} hint={field.hint} />
      {children}
      <FieldError id={id} error={field.error} />
    </div>
  );
}
