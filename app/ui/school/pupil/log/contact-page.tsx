import {
  CONTACT_PARTIES,
  CONTACT_STATES,
  CONTACT_WAYS,
  LOG_TEXT_LENGTH,
  type LogEntry,
} from "#app/domain/follow-up/log/log-entry.ts";
import { RadioGroup } from "../../../components/fields/choice-group.tsx";
import { TextAreaField } from "../../../components/fields/text-area-field.tsx";
import { TextField } from "../../../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../../../forms/refusal.ts";
import {
  CONTACT_PARTY_LABELS,
  CONTACT_STATE_LABELS,
  CONTACT_WAY_LABELS,
} from "../../../messages/follow-up/log.ts";
import { LogForm, type LogFormProps } from "./log-form.tsx";

type ContactPageProps = Pick<LogFormProps, "pupil" | "refusal"> & {
  entry: LogEntry | null;
  today: string;
};

/** An exchange that took place, or one that is planned. */
export function ContactPage({ pupil, entry, today, refusal }: ContactPageProps) {
  return (
    <LogForm
      title={entry ? "Modifier l’échange" : "Noter un échange"}
      pupil={pupil}
      entryId={entry?.id ?? null}
      refusal={refusal}
      mandatory="unmarked"
    >
      <Choice
        name="way"
        label="De quelle façon ?"
        values={CONTACT_WAYS}
        labels={CONTACT_WAY_LABELS}
        entry={entry}
        refusal={refusal}
      />
      <Choice
        name="party"
        label="Avec qui ?"
        values={CONTACT_PARTIES}
        labels={CONTACT_PARTY_LABELS}
        entry={entry}
        refusal={refusal}
      />
      <Choice
        name="state"
        label="Cet échange"
        values={CONTACT_STATES}
        labels={CONTACT_STATE_LABELS}
        entry={entry}
        refusal={refusal}
      />
      <TextField
        name="onDay"
        label="Jour"
        type="date"
        width="medium"
        required
        defaultValue={textOf(refusal, "onDay", entry?.contact?.onDay ?? today)}
        error={refusal?.errors.onDay?.[0]}
      />
      <TextField
        name="atTime"
        label="Heure"
        hint="À remplir pour un échange prévu : vous pourrez le mettre dans votre agenda."
        type="time"
        width="medium"
        optional
        defaultValue={textOf(refusal, "atTime", entry?.contact?.atTime ?? "")}
        error={refusal?.errors.atTime?.[0]}
      />
      <TextAreaField
        name="text"
        label="Ce qui en est ressorti, ou ce qu’il faut aborder"
        optional
        rows={4}
        spellCheck
        maxLength={LOG_TEXT_LENGTH}
        defaultValue={textOf(refusal, "text", entry?.text ?? "")}
        error={refusal?.errors.text?.[0]}
      />
    </LogForm>
  );
}

interface ChoiceProps<Value extends string> {
  name: "way" | "party" | "state";
  label: string;
  values: readonly Value[];
  labels: Record<Value, string>;
  entry: LogEntry | null;
  refusal: Refusal | undefined;
}

function Choice<Value extends string>({ name, label, values, labels, entry, refusal }: ChoiceProps<Value>) {
  return (
    <RadioGroup
      name={name}
      label={label}
      required
      defaultValue={textOf(refusal, name, entry?.contact?.[name] ?? "")}
      error={refusal?.errors[name]?.[0]}
      options={values.map((value) => ({ value, label: labels[value] }))}
    />
  );
}
