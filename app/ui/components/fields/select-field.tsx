import { describedBy, type FieldProps, FieldShell } from "./field-shell.tsx";

export interface Option {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

export type SelectFieldProps = FieldProps & {
  options: readonly (Option | { group: string; options: readonly Option[] })[];
  defaultValue?: string;
  /** First choice, with the empty value: "Tous les secteurs". */
  emptyLabel?: string;
  autoComplete?: string;
};

function OptionItem({ option }: { option: Option }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

export function SelectField(props: SelectFieldProps) {
  const { name, id = name, error, required, options, defaultValue, emptyLabel, autoComplete } = props;
  return (
    <FieldShell id={id} field={props} className="fr-select-group">
      <select
        className={`fr-select${error ? " fr-select--error" : ""}`}
        id={id}
        name={name}
        required={required}
        defaultValue={defaultValue ?? ""}
        autoComplete={autoComplete}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
      >
        {emptyLabel ? <option value="">{emptyLabel}</option> : null}
        {options.map((option) =>
          "group" in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map((inner) => (
                <OptionItem key={inner.value} option={inner} />
              ))}
            </optgroup>
          ) : (
            <OptionItem key={option.value} option={option} />
          ),
        )}
      </select>
    </FieldShell>
  );
}
