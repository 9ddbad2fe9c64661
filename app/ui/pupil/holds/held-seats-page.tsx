import { Link } from "@remix-run/react";
import type { HeldSeat } from "#app/domain/holds/hold.ts";
import { deadlineWords } from "#app/kernel/deadline.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { weeksInWords } from "../../messages/schools/holds.ts";

interface HeldSeatsPageProps {
  held: readonly (Omit<HeldSeat, "expiresAt"> & { expiresAt: Date | string })[];
  done: DoneCode<"heldSeats"> | null;
}

/** Seats that the school keeps for a pupil who lost a place. */
export function HeldSeatsPage({ held, done }: HeldSeatsPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Places gardées pour vous"
        trail={[{ to: paths.pupil.home(), label: "Mon espace" }]}
        lead="Votre stage est annulé : vous n’y êtes pour rien. Personne d’autre ne peut prendre ces places pour l’instant."
      />
      <DoneNotice page="heldSeats" done={done} />
      {held.length === 0 ? (
        <EmptyState title="Aucune place n’est gardée en ce moment">
          <p>
            <Link to={paths.offersFromSchool()}>Chercher un stage</Link>
          </p>
        </EmptyState>
      ) : null}
      {held.map(({ id, offerId, title, hostName, town, weeks, expiresAt }) => (
        <section key={id} aria-labelledby={`place-${id}`}>
          <h2 id={`place-${id}`}>{title}</h2>
          <p>
            {hostName}, {town}, pour {weeksInWords(weeks)}. Gardée jusqu’au{" "}
            {deadlineWords(new Date(expiresAt), { weekday: true })}.
          </p>
          <ButtonLink to={paths.apply(offerId)}>
            Candidater<span className="fr-sr-only"> : {title}</span>
          </ButtonLink>
          <SubmitForm>
            <HiddenField name="holdId" value={id} />
            <SubmitButton variant="tertiary">
              Cette place ne m’intéresse pas<span className="fr-sr-only"> : {title}</span>
            </SubmitButton>
          </SubmitForm>
        </section>
      ))}
    </Page>
  );
}
