import { useEffect, useRef } from "react";

import { plural } from "#app/kernel/text.ts";
import { useRefusedTitle } from "../shell/refused-form.ts";
import { typeset } from "#app/kernel/typography.ts";

export interface FieldErrorLink {
  /** Id of the field (its name, unless told otherwise); absent for an error of the whole form. */
  field?: string;
  message: string;
}

/** Errors by field, as the forms' parser gives them, in the order of the fields: the first of each is enough. */
export function errorLinks(errors: Record<string, string[]>): FieldErrorLink[] {
  return Object.entries(errors).flatMap(([field, messages]) =>
    field
      ? messages.slice(0, 1).map((message) => ({ field, message }))
      : messages.map((message) => ({ message })),
  );
}

/** Says what to correct, takes the focus (also without JavaScript, by `autofocus`) and leads to the fields. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldErrorLink[]; title?: string }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);
  useRefusedTitle(errors.length > 0 ? errors : null);
  if (errors.length === 0) return null;
  return (
    <div
      className="fr-alert fr-alert--error error-summary"
      ref={summary}
      tabIndex={-1}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the reader must land on what went wrong
      autoFocus
      role="alert"
    >
      <h2 className="fr-alert__title">{title ?? `À corriger\u00a0: ${plural(errors.length, "erreur")}`}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field ?? ""}-${message}`}>
            {field ? <a href={`#${field}`}>{typeset(message)}</a> : typeset(message)}
          </li>
        ))}
      </ul>
    </div>
  );
}
