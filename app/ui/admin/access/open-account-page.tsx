import { paths } from "#app/paths.ts";
import { RadioGroup } from "../../components/fields/choice-group.tsx";
import { TextAreaField } from "../../components/fields/text-area-field.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { fieldErrors, textOf, type Refusal } from "../../forms/refusal.ts";
import { OPENING_OPTIONS } from "../../messages/administration/audit.ts";
import { adminTrail } from "../admin-trail.ts";

/** Before an account is read: why. */
export function OpenAccountPage({ refusal }: { refusal: Refusal | undefined }) {
  const errors = fieldErrors(refusal);
  return (
    <Page narrow>
      <PageHeader
        title="Consulter un compte"
        trail={[...adminTrail, { to: paths.admin.accounts(), label: "Comptes" }]}
        lead="Dites pourquoi. La personne lira ce motif dans son compte, avec la date et l’heure."
      />
      <RefusalNotice refusal={refusal} />
      <p>L’accès dure 15&nbsp;minutes et ne vaut que pour ce compte. Chaque lecture est notée.</p>
      <SubmitForm mandatory="all">
        <RadioGroup
          name="reason"
          label="Motif"
          options={OPENING_OPTIONS}
          defaultValue={textOf(refusal, "reason")}
          error={errors.reason?.[0]}
          required
        />
        <TextAreaField
          name="explanation"
          label="Explication pour la personne"
          hint="Une phrase, sans information sur quelqu’un d’autre."
          rows={3}
          defaultValue={textOf(refusal, "explanation")}
          error={errors.explanation?.[0]}
          required
        />
        <SubmitButton>Consulter ce compte</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
