import { MOTIVATION_LENGTH } from "#app/domain/applications/application.ts";
import type { PeriodName } from "#app/domain/applications/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { RadioGroup } from "../components/choice-group.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { ButtonRow } from "../components/button-link.tsx";
import { TextAreaField } from "../components/text-area-field.tsx";
import { periodLabel } from "../search/search-texts.ts";

interface ApplyFormProps {
  page: {
    weeks: readonly InternshipWeek[];
    periods: readonly PeriodName[];
    draft: string | null;
  };
  errors: Record<string, string[]>;
  values: Record<string, unknown>;
}

/** The whole application in one page; the weeks are chosen already when there is no choice, else the longest is. */
export function ApplyForm({ page, errors, values }: ApplyFormProps) {
  const { weeks, periods, draft } = page;
  const typed = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const chosen = periods.find((period) => period === typed("periode")) ?? periods[0];
  return (
    <SubmitForm className="apply-form">
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
      <TextAreaField
        name="motivation"
        label="Votre motivation"
        hint="Ce que vous connaissez de ce métier, ce que vous aimeriez y voir, ce qui vous donne envie. Quelques phrases simples suffisent."
        rows={10}
        required
        minLength={MOTIVATION_LENGTH.min}
        maxLength={MOTIVATION_LENGTH.max}
        defaultValue={typed("motivation") ?? draft ?? ""}
        error={errors.motivation?.[0]}
      />
      <p className="fr-hint-text">
        L’employeur lira votre prénom, votre niveau de classe, la ville de votre lycée et ce texte. Votre nom
        et vos coordonnées ne lui sont transmis que s’il vous accepte.
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
