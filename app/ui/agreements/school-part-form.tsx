import { GUARDIAN_ROWS } from "#app/domain/agreements/content/agreement-form.ts";
import { schoolFormOf } from "#app/domain/agreements/content/agreement-parts.ts";
import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { TextAreaField } from "../components/fields/text-area-field.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { partFields } from "./part-fields.ts";

interface SchoolPartFormProps {
  content: AgreementContent;
  contentHash: string;
  refusal: Refusal | undefined;
}

type FieldOf = ReturnType<typeof partFields>;

/** What the school tells of the pupil and of their follow-up. */
export function SchoolPartForm({ content, contentHash, refusal }: SchoolPartFormProps) {
  const field = partFields(schoolFormOf(content), refusal);
  return (
    <SubmitForm mandatory="unmarked">
      <HiddenIntent value="fill" />
      <input type="hidden" name="contentHash" value={contentHash} />
      {refusal ? <ErrorSummary errors={errorLinks(refusal.errors)} /> : null}
      <TextField {...field("referentName")} label="Personne qui suit l’élève" required />
      <TextField
        {...field("referentContact")}
        label="Contact de cette personne"
        hint="Adresse électronique ou téléphone."
        required
      />
      <TextField {...field("headName")} label="Direction de l’établissement" hint="Prénom et nom." required />
      <TextField
        {...field("birthDate")}
        label="Date de naissance de l’élève"
        type="date"
        width="medium"
        required
      />
      {GUARDIAN_ROWS.map((row) => (
        <GuardianFields key={row} row={row} field={field} />
      ))}
      <TextAreaField {...field("objectives")} label="Objectifs du stage" rows={3} maxLength={4000} optional />
      <TextAreaField {...field("transport")} label="Trajets" rows={2} maxLength={4000} optional />
      <TextField
        {...field("boardDeliberationOn")}
        label="Date de la délibération du conseil d’administration"
        hint="Le vote qui a approuvé le modèle de convention."
        type="date"
        width="medium"
        optional
      />
      <SubmitButton variant="secondary">Enregistrer la partie de l’établissement</SubmitButton>
    </SubmitForm>
  );
}

function GuardianFields({ row, field }: { row: number; field: FieldOf }) {
  return (
    <fieldset className="guardian-fields">
      <legend>{row === 1 ? "Responsable de l’élève" : "Autre responsable"}</legend>
      <div className="part-row">
        <TextField
          {...field(`guardian${row}Name`)}
          label="Prénom et nom"
          required={row === 1}
          optional={row > 1}
        />
        <TextField
          {...field(`guardian${row}Email`)}
          label="Adresse électronique"
          type="email"
          autoComplete="off"
          optional
        />
        <TextField
          {...field(`guardian${row}Phone`)}
          label="Téléphone"
          type="tel"
          autoComplete="off"
          optional
        />
      </div>
    </fieldset>
  );
}
