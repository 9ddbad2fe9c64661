import { describedBy, FieldError, FieldHint, labelText, type FieldProps } from "./field-shell.tsx";
import type { Option } from "./select-field.tsx";
import { typeset } from "#app/kernel/typography.ts";

interface ChoiceGroupProps extends FieldProps {
  kind: "radio" | "checkbox";
  options: readonly Option[];
  checked: readonly string[];
  inline?: boolean;
}

/** A fieldset of radios or checkboxes. The first one bears the field's own id: error summaries lead there. */
function ChoiceGroup(props: ChoiceGroupProps) {
  const { kind, name, id = name, hint, error, required, options, checked, inline } = props;
  const description = describedBy(`${id}-group`, props);
  return (
    <fieldset
      className={`fr-fieldset${error ? " fr-fieldset--error" : ""}`}
      id={`${id}-group`}
      aria-describedby={description}
      role={kind === "radio" ? "radiogroup" : "group"}
      aria-labelledby={`${id}-legend`}
    >
      <legend className="fr-fieldset__legend fr-fieldset__legend--regular" id={`${id}-legend`}>
        {labelText(props)}
      </legend>
      <div className="fr-fieldset__element field-hint-row">
        <FieldHint id={`${id}-group`} hint={hint} />
      </div>
      {options.map((option, index) => {
        const optionId = index === 0 ? id : `${id}-${option.value}`;
        return (
          <div
            className={`fr-fieldset__element${inline ? " fr-fieldset__element--inline" : ""}`}
            key={option.value}
          >
            <div className={`fr-${kind}-group`}>
              <input
                type={kind}
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={checked.includes(option.value)}
                disabled={option.disabled}
                required={kind === "radio" ? required : undefined}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
              />
              <label className="fr-label" htmlFor={optionId}>
                {typeset(option.label)}
              </label>
              {option.hint ? (
                <p className="fr-hint-text choice-hint" id={`${optionId}-hint`}>
                  {typeset(option.hint)}
                </p>
              ) : null}
            </div>
          </div>
        );
      })}
      <div className="fr-messages-group">
        <FieldError id={`${id}-group`} error={error} />
      </div>
    </fieldset>
  );
}

type GroupProps = FieldProps & { options: readonly Option[]; inline?: boolean };

export function RadioGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: string }) {
  return <ChoiceGroup {...props} kind="radio" checked={defaultValue ? [defaultValue] : []} />;
}

export function CheckboxGroup({
  defaultValue = [],
  ...props
}: GroupProps & { defaultValue?: readonly string[] }) {
  return <ChoiceGroup {...props} kind="checkbox" checked={defaultValue} />;
}
