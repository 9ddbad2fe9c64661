import { WITHDRAW_WORDS } from "#app/domain/applications/application.ts";
import {
  wasRestored,
  type PupilApplication,
  type PupilApplicationDetail,
} from "#app/domain/applications/views/pupil-application.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { DataList, type DataListItem } from "../components/data-list.tsx";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { WITHDRAW_WORDS_LABELS } from "../messages/application-steps.ts";
import { untilText } from "./application-dates.ts";

interface ConfirmPanelProps {
  application: PupilApplication;
  /** What is confirmed: dates, place, hours. */
  items: readonly DataListItem[];
  /** The pupil's other live applications for the same weeks. */
  released: readonly Pick<PupilApplication, "id" | "title" | "organisation">[];
}

/** The host said yes: what is confirmed, until when, what else it ends, and only then the button. */
export function ConfirmPanel({ application, items, released }: ConfirmPanelProps) {
  const { id, organisation, deadlineAt } = application;
  return (
    <section className="call-panel" aria-labelledby="confirmer">
      <h2 id="confirmer">{organisation} vous accepte&nbsp;!</h2>
      <p>
        Relisez ce que vous confirmez. La place vous est gardée
        {deadlineAt ? ` jusqu’au ${untilText(deadlineAt)}` : ""}&nbsp;: ensuite, elle sera proposée à
        d’autres.
      </p>
      <DataList items={items} />
      {released.length > 0 ? (
        <>
          <p>
            En confirmant, vous retirez{" "}
            {released.length === 1
              ? "votre autre candidature aux mêmes dates"
              : `vos ${plural(released.length, "autre candidature", "autres candidatures")} aux mêmes dates`}
            . Les employeurs concernés seront remerciés de votre part.
          </p>
          <ul>
            {released.map((other) => (
              <li key={other.id}>
                {typeset(other.title)}, {other.organisation}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <SubmitForm action={paths.pupil.application(id)}>
        <SubmitButton intent="confirm">Confirmer ce stage</SubmitButton>
      </SubmitForm>
    </section>
  );
}

/** What taking an application back brings about is said first, and a word of thanks offered. */
export function WithdrawPanel({ application }: { application: PupilApplicationDetail }) {
  const back = paths.pupil.application(application.id);
  const words = WITHDRAW_WORDS.map((value) => ({ value, label: WITHDRAW_WORDS_LABELS[value] }));
  return (
    <section className="call-panel" aria-labelledby="retirer">
      <h2 id="retirer">
        {application.status === "accepted"
          ? "Refuser cette place\u00a0?"
          : "Retirer votre candidature\u00a0?"}
      </h2>
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
          <SubmitButton intent="withdraw">
            {application.status === "accepted" ? "Oui, refuser cette place" : "Oui, retirer ma candidature"}
          </SubmitButton>
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
