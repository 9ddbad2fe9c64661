import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { SelectField } from "../components/fields/select-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { STAFF_LABELS } from "../messages/accounts/school-team.ts";

const FIRST = ["schoolHead", "schoolOffice"] as const;

/** Who enters a school's space first, said by whoever reads its official mailbox. */
export function FirstMemberForm({ refusal }: { refusal: Refusal | undefined }) {
  const errors = refusal?.errors ?? {};
  return (
    <SubmitForm mandatory="all">
      <HiddenIntent value="invite" />
      <ErrorSummary errors={errorLinks(errors)} />
      <TextField
        name="email"
        label="Adresse électronique"
        hint="L’adresse professionnelle de la personne, la vôtre par exemple. Une invitation y sera envoyée."
        type="email"
        autoComplete="email"
        required
        defaultValue={textOf(refusal, "email")}
        error={errors.email?.[0]}
      />
      <SelectField
        name="role"
        label="Fonction"
        emptyLabel="Choisir"
        options={FIRST.map((value) => ({ value, label: STAFF_LABELS[value] }))}
        defaultValue={textOf(refusal, "role")}
        required
        error={errors.role?.[0]}
      />
      <SubmitButton>Envoyer l’invitation</SubmitButton>
    </SubmitForm>
  );
}
