import { REMARK_FIELDS, REMARK_LENGTH } from "#app/domain/agreements/content/agreement-form.ts";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { SelectField } from "../components/fields/select-field.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { ADDRESSEE_LABELS, REMARK_FIELD_LABELS, WHOLE_AGREEMENT } from "../messages/agreements.ts";

interface TeacherDecisionProps {
  contentHash: string;
  refusal: Refusal | undefined;
}

/** The two answers of the teacher who has read the agreement. */
export function TeacherDecision({ contentHash, refusal }: TeacherDecisionProps) {
  const asking = refusal?.values.intent === "request_changes" ? refusal : undefined;
  return (
    <section className="decision" aria-labelledby="decision">
      <h2 id="decision">Votre décision</h2>
      {refusal ? <ErrorSummary errors={errorLinks(refusal.errors)} /> : null}
      <h3>Tout est en ordre</h3>
      <p>
        Les activités conviennent, les dates et les horaires aussi&nbsp;: la convention passe aux signatures
        et plus personne ne peut en changer le contenu. Vous aurez dix minutes pour revenir en arrière.
      </p>
      <SubmitForm>
        <HiddenIntent value="validate" />
        <input type="hidden" name="contentHash" value={contentHash} />
        <SubmitButton icon="fr-icon-check-line">Valider la convention</SubmitButton>
      </SubmitForm>
      <h3>Quelque chose est à revoir</h3>
      <SubmitForm mandatory="unmarked">
        <HiddenIntent value="request_changes" />
        <TextAreaField
          name="comment"
          label="Ce qui est à modifier"
          rows={4}
          minLength={REMARK_LENGTH.min}
          maxLength={REMARK_LENGTH.max}
          defaultValue={textOf(asking, "comment")}
          error={asking?.errors.comment?.[0]}
          required
        />
        <RadioGroup
          name="addressee"
          label="Qui doit répondre&nbsp;?"
          options={[
            { value: "host", label: ADDRESSEE_LABELS.host },
            { value: "school", label: ADDRESSEE_LABELS.school },
          ]}
          defaultValue={textOf(asking, "addressee", "host")}
          error={asking?.errors.addressee?.[0]}
          inline
        />
        <SelectField
          name="field"
          label="Partie concernée"
          optional
          emptyLabel={WHOLE_AGREEMENT}
          options={REMARK_FIELDS.map((field) => ({ value: field, label: REMARK_FIELD_LABELS[field] }))}
          defaultValue={textOf(asking, "field")}
          error={asking?.errors.field?.[0]}
        />
        <SubmitButton variant="secondary">Demander une modification</SubmitButton>
      </SubmitForm>
    </section>
  );
}
