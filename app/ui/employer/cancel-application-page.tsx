import { CANCEL_REASONS, type ApplicationStatus } from "#app/domain/applications/application.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { CheckboxField } from "../components/fields/checkbox-field.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { CANCEL_REASON_LABELS } from "../messages/application-steps.ts";
import type { Refusal } from "../forms/refusal.ts";
import { ApplicationActPage } from "./application-act-page.tsx";

interface CancelApplicationPageProps {
  application: { id: string; firstName: string; status: ApplicationStatus };
  school: { phone: string | null; email: string | null };
  refusal: Refusal | undefined;
}

/** Asks before a place is taken back, and says what follows. */
export function CancelApplicationPage({ application, school, refusal }: CancelApplicationPageProps) {
  const back = paths.employer.application(application.id);
  return (
    <ApplicationActPage act="Annuler la place" application={application} refusal={refusal}>
      <p>
        {application.status === "confirmed"
          ? "Le stage est confirmé : l’élève compte sur cette place, et sa convention est en cours. Elle sera annulée avec le stage ; l’élève et son lycée en seront avertis aussitôt."
          : "L’élève n’a pas encore confirmé. La place redevient libre et l’élève en est averti aussitôt."}
      </p>
      <p>
        Une annulation est définitive.
        <SchoolFirst school={school} />
      </p>
      <SubmitForm mandatory="one">
        <RadioGroup
          name="reason"
          label="Pour quelle raison&nbsp;? L’élève et son lycée la liront."
          error={refusal?.errors.reason?.join(" ")}
          options={CANCEL_REASONS.map((reason) => ({ value: reason, label: CANCEL_REASON_LABELS[reason] }))}
        />
        <CheckboxField
          name="pauseOffer"
          label="Mettre aussi l’offre en pause"
          hint="La place redevient libre : en pause, l’offre n’est plus proposée à d’autres élèves. Vous pourrez la rouvrir."
        />
        <ButtonRow>
          <SubmitButton>Annuler la place</SubmitButton>
          <ButtonLink variant="secondary" to={back}>
            Garder la place
          </ButtonLink>
        </ButtonRow>
      </SubmitForm>
    </ApplicationActPage>
  );
}

/** Dates and hours can change without cancelling: whom to call, where it is known. */
function SchoolFirst({ school: { phone, email } }: Pick<CancelApplicationPageProps, "school">) {
  if (!phone && !email) return null;
  return (
    <>
      {" "}
      Si seules les dates ou les horaires changent,{" "}
      {phone ? "appelez plutôt le lycée" : "écrivez plutôt au lycée"}&nbsp;:{" "}
      {phone ? <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a> : null}
      {phone && email ? " ou " : null}
      {email ? <a href={`mailto:${email}`}>{email}</a> : null}.
    </>
  );
}
