import type { MouseEvent } from "react";

import {
  composeLetter,
  EMPTY_NOTES,
  LETTER_PROMPTS,
  NOTE_MAX_LENGTH,
  type LetterNotes,
} from "#app/domain/applications/letters/letter.ts";
import { TextAreaField } from "../../components/fields/text-area-field.tsx";
import { LETTER_QUESTIONS, letterExamples } from "../../messages/letter-examples.ts";

interface LetterHelperProps {
  notes: LetterNotes;
  errors: Record<string, string[]>;
  familySlug: string | null;
  /** Name of the field that the answers are put together in. */
  letterField: string;
}

/** Three questions instead of a blank page; their answers become a letter that one changes at will. */
export function LetterHelper({ notes, errors, familySlug, letterField }: LetterHelperProps) {
  const examples = letterExamples(familySlug);
  const begun = LETTER_PROMPTS.some((prompt) => notes[prompt] !== "" || errors[prompt]);
  return (
    <details className="disclosure letter-helper" open={begun}>
      <summary className="disclosure__title">Un coup de main pour écrire&nbsp;?</summary>
      <div className="disclosure__body">
        <p>Répondez avec vos mots, une ou deux phrases suffisent. Laissez vide ce qui ne vous inspire pas.</p>
        {LETTER_PROMPTS.map((prompt) => (
          <TextAreaField
            key={prompt}
            name={prompt}
            label={LETTER_QUESTIONS[prompt]}
            hint={`Par exemple : « ${examples[prompt]} »`}
            optional
            rows={2}
            maxLength={NOTE_MAX_LENGTH}
            spellCheck
            defaultValue={notes[prompt]}
            error={errors[prompt]?.[0]}
          />
        ))}
        <button
          className="fr-btn fr-btn--secondary"
          type="submit"
          name="intent"
          value="compose"
          onClick={(event) => composeHere(event, letterField)}
        >
          Assembler mes réponses
        </button>
      </div>
    </details>
  );
}

/** With JavaScript the letter is composed at once, in the page; without, the server does it. */
function composeHere(event: MouseEvent<HTMLButtonElement>, letterField: string): void {
  const { form } = event.currentTarget;
  const letter = form?.elements.namedItem(letterField);
  if (!form || !(letter instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  letter.value = composeLetter(notesIn(new FormData(form)), letter.value);
  letter.dispatchEvent(new Event("input", { bubbles: true }));
  letter.focus();
}

function notesIn(form: FormData): LetterNotes {
  const notes = { ...EMPTY_NOTES };
  for (const prompt of LETTER_PROMPTS) {
    const answer = form.get(prompt);
    if (typeof answer === "string") notes[prompt] = answer;
  }
  return notes;
}
