import { LOG_TEXT_LENGTH, type LogEntry } from "#app/domain/follow-up/log/log-entry.ts";
import { TextAreaField } from "../../../components/fields/text-area-field.tsx";
import { textOf } from "../../../forms/refusal.ts";
import { LogForm, type LogFormProps } from "./log-form.tsx";

/** What colleagues who follow the pupil are to know. */
export function NotePage({
  pupil,
  entry,
  refusal,
}: Pick<LogFormProps, "pupil" | "refusal"> & { entry: LogEntry | null }) {
  return (
    <LogForm
      title={entry ? "Modifier la note" : "Note pour l’équipe"}
      pupil={pupil}
      entryId={entry?.id ?? null}
      refusal={refusal}
      mandatory="one"
    >
      <TextAreaField
        name="text"
        label="Note"
        required
        spellCheck
        maxLength={LOG_TEXT_LENGTH}
        defaultValue={textOf(refusal, "text", entry?.text ?? "")}
        error={refusal?.errors.text?.[0]}
      />
    </LogForm>
  );
}
