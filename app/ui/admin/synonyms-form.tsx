import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";

interface SynonymsFormProps {
  words: string;
  /** When the group was last written, unless it is a new one. */
  version?: string;
  error?: string | undefined;
  button: string;
}

export interface RefusedWords {
  words: string;
  errors: Record<string, string[]>;
}

/** What was typed of a group that was refused, and why. */
export function typedWords(
  refusal: { errors: Record<string, string[]>; values: Record<string, unknown> } | undefined,
): RefusedWords | null {
  if (!refusal) return null;
  const { words } = refusal.values;
  return { words: typeof words === "string" ? words : "", errors: refusal.errors };
}

/** The words of a group, one a line. */
export function SynonymsForm({ words, version, error, button }: SynonymsFormProps) {
  return (
    <SubmitForm mandatory="one">
      {version ? <HiddenField name="version" value={version} /> : null}
      <TextAreaField
        name="words"
        label="Mots et expressions du groupe"
        hint="Un par ligne, de 2 à 20. Le féminin, le pluriel et les accents sont compris sans être écrits."
        rows={8}
        spellCheck
        required
        defaultValue={words}
        {...(error ? { error } : {})}
      />
      <SubmitButton intent="save">{button}</SubmitButton>
    </SubmitForm>
  );
}
