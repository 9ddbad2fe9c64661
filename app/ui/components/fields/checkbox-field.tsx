import { describedBy, FieldError, FieldHint, labelText, type FieldProps } from "./field-shell.tsx";

export type CheckboxFieldProps = FieldProps & { value?: string; defaultChecked?: boolean };

/** A box on its own: "Je certifie…". */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, id = name, hint, error, required, value = "oui", defaultChecked } = props;
  return (
    <div className={`fr-checkbox-group checkbox-field${error ? " fr-checkbox-group--error" : ""}`}>
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
      />
      <label className="fr-label" htmlFor={id}>
        {labelText(props)}
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
    </div>
  );
}
