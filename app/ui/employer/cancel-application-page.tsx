import { CANCEL_REASONS, type ApplicationStatus } from "#app/domain/applications/application.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { RadioGroup } from "../components/choice-group.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { CANCEL_REASON_LABELS } from "../messages/application-steps.ts";
import { ofName } from "../messages/names.ts";
import { employerTrail } from "./employer-trail.ts";

interface CancelApplicationPageProps {
  application: { id: string; firstName: string; status: ApplicationStatus };
  refusal: { message: string | null; errors: Record<string, string[]> } | undefined;
}

/** Asks before a place is taken back, and says what follows. */
export function CancelApplicationPage({ application, refusal }: CancelApplicationPageProps) {
  const { id, firstName, status } = application;
  const back = paths.employer.application(id);
  return (
    <Page narrow>
      <PageHeader
        title={`Annuler la place ${ofName(firstName)}`}
        trail={[
          ...employerTrail,
          { to: paths.employer.applications(), label: "Candidatures reçues" },
          { to: back, label: `Candidature ${ofName(firstName)}` },
        ]}
      />
      {refusal?.message ? <Notice tone="error" title={refusal.message} live /> : null}
      <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
      <p>
        {status === "confirmed"
          ? "Le stage est confirmé : l’élève compte sur cette place, et sa convention est en cours. Elle sera annulée avec le stage ; l’élève et son lycée en seront avertis aussitôt."
          : "L’élève n’a pas encore confirmé. La place redevient libre et l’élève en est averti aussitôt."}
      </p>
      <p>
        Une annulation ne se reprend pas. Si seules les dates ou les horaires changent, écrivez plutôt au
        lycée.
      </p>
      <SubmitForm>
        <RadioGroup
          name="reason"
          label="Pour quelle raison&nbsp;? L’élève et son lycée la liront."
          error={refusal?.errors.reason?.join(" ")}
          options={CANCEL_REASONS.map((reason) => ({ value: reason, label: CANCEL_REASON_LABELS[reason] }))}
        />
        <ButtonRow>
          <SubmitButton>Annuler la place</SubmitButton>
          <ButtonLink variant="secondary" to={back}>
            Garder la place
          </ButtonLink>
        </ButtonRow>
      </SubmitForm>
    </Page>
  );
}
