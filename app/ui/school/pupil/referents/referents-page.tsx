import {
  REFERENT_REASON_LENGTH,
  type Colleague,
  type Referent,
} from "#app/domain/follow-up/referents/referent.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../../components/button-link.tsx";
import { SelectField } from "../../../components/fields/select-field.tsx";
import { TextAreaField } from "../../../components/fields/text-area-field.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../../../components/form.tsx";
import { Page, PageHeader } from "../../../components/page-header.tsx";
import { RefusalNotice } from "../../../components/refusal-notice.tsx";
import { textOf, type Refusal } from "../../../forms/refusal.ts";
import { schoolTrail } from "../../school-trail.ts";
import { ReferentList } from "./pupil-referents.tsx";

interface ReferentsPageProps {
  pupil: { id: string; firstName: string; lastName: string };
  colleagues: readonly Colleague[];
  referents: readonly Referent[];
  refusal: Refusal | undefined;
}

/** To whom the pupil is entrusted, and whom else to choose. */
export function ReferentsPage({ pupil, colleagues, referents, refusal }: ReferentsPageProps) {
  const back = paths.school.pupil(pupil.id);
  const name = `${pupil.lastName} ${pupil.firstName}`;
  return (
    <Page narrow>
      <PageHeader
        title="Confier le suivi du stage"
        lead={name}
        trail={[...schoolTrail, { to: back, label: name }]}
      />
      <RefusalNotice refusal={refusal} />
      <p>
        La personne choisie voit l’élève dans son tableau, sans le reste de la classe&nbsp;: ses candidatures,
        sa convention, et ce que l’équipe a noté. Elle est prévenue, et peut rendre ce suivi. L’équipe de la
        classe garde l’élève dans le sien.
      </p>
      <ReferentList pupilId={pupil.id} referents={referents} />
      {colleagues.length === 0 ? (
        <>
          <p>Personne d’autre n’enseigne dans cet établissement sur ce service.</p>
          <ButtonLink variant="secondary" to={back}>
            Revenir à l’élève
          </ButtonLink>
        </>
      ) : (
        <SubmitForm mandatory="unmarked">
          <HiddenIntent value="entrust" />
          <SelectField
            name="personId"
            label="À qui confier ce suivi ?"
            required
            emptyLabel="Choisir une personne"
            defaultValue={textOf(refusal, "personId")}
            error={refusal?.errors.personId?.[0]}
            options={colleagues.map(({ personId, name: label }) => ({ value: personId, label }))}
          />
          <TextAreaField
            name="reason"
            label="Un mot pour cette personne"
            hint="L’élève et sa famille peuvent demander à le lire."
            optional
            rows={3}
            maxLength={REFERENT_REASON_LENGTH}
            defaultValue={textOf(refusal, "reason")}
            error={refusal?.errors.reason?.[0]}
          />
          <ButtonRow>
            <SubmitButton>Confier le suivi</SubmitButton>
            <ButtonLink variant="secondary" to={back}>
              Revenir à l’élève
            </ButtonLink>
          </ButtonRow>
        </SubmitForm>
      )}
    </Page>
  );
}
