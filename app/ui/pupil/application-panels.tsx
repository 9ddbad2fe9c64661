import type { PupilApplication } from "#app/domain/applications/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { datesOf, deadlineText } from "./application-dates.ts";
import { ConfirmForm } from "./confirm-form.tsx";

/** The host said yes: until when, and the button. */
export function ConfirmPanel({
  application,
  weeks,
  released,
}: {
  application: PupilApplication;
  weeks: readonly InternshipWeek[];
  released: number;
}) {
  const { organisation, deadlineAt } = application;
  return (
    <section className="call-panel" aria-labelledby="confirmer">
      <h2 id="confirmer">{organisation} vous accepte&nbsp;!</h2>
      <p>
        Le stage aurait lieu {datesOf(application, weeks)}. La place vous est gardée
        {deadlineAt ? ` jusqu’au ${deadlineText(deadlineAt)}` : ""}&nbsp;: ensuite, elle sera proposée à
        d’autres.
      </p>
      <ConfirmForm application={application} released={released} />
    </section>
  );
}

/** Taking an application back cannot be undone: it is said first. */
export function WithdrawPanel({ application }: { application: PupilApplication }) {
  const back = paths.pupil.application(application.id);
  return (
    <section className="call-panel" aria-labelledby="retirer">
      <h2 id="retirer">Retirer votre candidature&nbsp;?</h2>
      <p>
        {application.status === "accepted"
          ? "La place que l’employeur vous garde sera rendue tout de suite."
          : "L’employeur ne pourra plus y répondre."}{" "}
        Vous pourrez candidater de nouveau s’il reste des places.
      </p>
      <SubmitForm action={back}>
        <ButtonRow>
          <SubmitButton intent="withdraw">Oui, retirer ma candidature</SubmitButton>
          <ButtonLink to={back} variant="secondary">
            Non, la garder
          </ButtonLink>
        </ButtonRow>
      </SubmitForm>
    </section>
  );
}
