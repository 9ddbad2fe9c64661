import { useState } from "react";

import { MOTIVATION_LENGTH } from "#app/domain/applications/application.ts";
import { EMPTY_NOTES, LETTER_PROMPTS, type LetterNotes } from "#app/domain/applications/letters/letter.ts";
import type { PeriodName } from "#app/domain/applications/views/pupil-application.ts";
import { otherHostsOf, type SentLetter } from "#app/domain/applications/letters/sent-letter.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { ButtonRow } from "../../components/button-link.tsx";
import { RadioGroup } from "../../components/fields/choice-group.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { TextAreaField } from "../../components/fields/text-area-field.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";
import { periodLabel } from "../../search/search-texts.ts";
import { LetterHelper } from "./letter-helper.tsx";
import { LetterReuse, NamedHostsWarning } from "./letter-reuse.tsx";
import { useDraftAutosave } from "./use-draft-autosave.ts";

interface ApplyFormProps {
  page: {
    offer: { id: string; organisation: string };
    weeks: readonly InternshipWeek[];
    periods: readonly PeriodName[];
    draft: { motivation: string; notes: LetterNotes } | null;
    familySlug: string | null;
    letters: readonly SentLetter[];
    reused: { motivation: string } | null;
  };
  refusal: Refusal | undefined;
}

/** The whole application in one page; the weeks are chosen already when there is no choice, else the longest is. */
export function ApplyForm({ page, refusal }: ApplyFormProps) {
  const { offer, weeks, periods, draft, letters } = page;
  const errors = refusal?.errors ?? {};
  const typedPeriod = textOf(refusal, "periode");
  const chosen = periods.find((period) => period === typedPeriod) ?? periods[0];
  const { status, onInput } = useDraftAutosave();
  return (
    <SubmitForm mandatory="unmarked" className="apply-form" onInput={(event) => onInput(event.currentTarget)}>
      {periods.length > 0 ? (
        <RadioGroup
          name="periode"
          label="Vos dates"
          options={periods.map((value) => ({ value, label: periodLabel(value, weeks) }))}
          error={errors.periode?.[0]}
          required
          {...(chosen ? { defaultValue: chosen } : {})}
        />
      ) : null}
      <LetterHelper
        notes={notesTyped(refusal, draft?.notes)}
        errors={errors}
        familySlug={page.familySlug}
        letterField="motivation"
      />
      <LetterReuse offerId={offer.id} letters={letters} hasDraft={Boolean(draft?.motivation)} />
      <Letter page={page} refusal={refusal} />
      <p className="draft-status" role="status">
        {status}
      </p>
      <p className="fr-hint-text">
        L’employeur lira votre prénom, votre niveau de classe, la ville de votre lycée et ce texte. Votre nom
        et vos coordonnées ne lui sont transmis que s’il vous accepte. Pas besoin de CV ni de pièce jointe.
      </p>
      <ButtonRow>
        {periods.length > 0 ? <SubmitButton intent="submit">Envoyer ma candidature</SubmitButton> : null}
        <SubmitButton intent="draft" variant="secondary">
          Enregistrer le brouillon
        </SubmitButton>
      </ButtonRow>
    </SubmitForm>
  );
}

/** The letter itself, with a word of warning when it was written for someone else. */
function Letter({ page, refusal }: ApplyFormProps) {
  const { offer, draft, letters, reused } = page;
  const text = textOf(refusal, "motivation", reused?.motivation ?? draft?.motivation ?? "");
  const [letter, setLetter] = useState(text);
  return (
    <>
      <TextAreaField
        name="motivation"
        label="Votre motivation"
        hint="Ce qui vous donne envie, ce que vous connaissez du métier, ce que vous aimeriez voir. Quelques phrases simples suffisent."
        rows={10}
        required
        minLength={MOTIVATION_LENGTH.min}
        maxLength={MOTIVATION_LENGTH.max}
        spellCheck
        defaultValue={text}
        error={refusal?.errors.motivation?.[0]}
        onText={setLetter}
      />
      <NamedHostsWarning letter={letter} otherHosts={otherHostsOf(letters, offer.organisation)} />
    </>
  );
}

function notesTyped(refusal: Refusal | undefined, kept: LetterNotes = EMPTY_NOTES): LetterNotes {
  const notes = { ...kept };
  for (const prompt of LETTER_PROMPTS) notes[prompt] = textOf(refusal, prompt, kept[prompt]);
  return notes;
}
