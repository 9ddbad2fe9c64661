import { WITHDRAW_WORDS } from "#app/domain/applications/application.ts";
import {
  wasRestored,
  type PupilApplication,
  type PupilApplicationDetail,
} from "#app/domain/applications/views/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { RadioGroup } from "../components/choice-group.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { WITHDRAW_WORDS_LABELS } from "../messages/application-steps.ts";
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

/** What taking an application back brings about is said first, and a word of thanks offered. */
export function WithdrawPanel({ application }: { application: PupilApplicationDetail }) {
  const back = paths.pupil.application(application.id);
  const words = WITHDRAW_WORDS.map((value) => ({ value, label: WITHDRAW_WORDS_LABELS[value] }));
  return (
    <section className="call-panel" aria-labelledby="retirer">
      <h2 id="retirer">Retirer votre candidature&nbsp;?</h2>
      <p>
        {application.status === "accepted"
          ? "La place que l’employeur vous garde sera rendue tout de suite."
          : "L’employeur ne pourra plus y répondre."}{" "}
        {wasRestored(application)
          ? "Vous l’avez déjà reprise une fois : cette fois, ce sera pour de bon."
          : "Vous pourrez la reprendre une fois, s’il reste des places."}
      </p>
      <SubmitForm action={back}>
        <RadioGroup
          name="words"
          label="Un mot pour l’employeur"
          options={[...words, { value: "none", label: "Rien à ajouter" }]}
          defaultValue="thanks"
        />
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

/** A withdrawal can be taken back once: the letter is still there. */
export function RestorePanel({ application }: { application: PupilApplication }) {
  return (
    <section className="call-panel" aria-labelledby="reprendre">
      <h2 id="reprendre">Vous avez changé d’avis&nbsp;?</h2>
      <p>
        Votre lettre est gardée. S’il reste des places aux mêmes dates, votre candidature repart telle quelle
        et l’employeur a un nouveau délai pour répondre. C’est possible une seule fois.
      </p>
      <SubmitForm action={paths.pupil.application(application.id)}>
        <SubmitButton intent="restore" variant="secondary">
          Reprendre ma candidature
        </SubmitButton>
      </SubmitForm>
    </section>
  );
}
