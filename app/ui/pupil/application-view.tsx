import { Link } from "@remix-run/react";

import { isLive } from "#app/domain/applications/application.ts";
import type { HostHabits } from "#app/domain/hosts/host-habits.ts";
import type {
  PupilApplication,
  PupilApplicationDetail,
} from "#app/domain/applications/views/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { paths } from "#app/paths.ts";
import { AddressWithRoute } from "../components/address-link.tsx";
import { ContactText } from "../components/contact-text.tsx";
import { DataList, type DataListItem } from "../components/data-list.tsx";
import { Timeline } from "../components/timeline.tsx";
import { RealDays } from "../components/real-days.tsx";
import { datesOf, periodsOf } from "./application-dates.ts";
import { applicationSteps } from "./application-steps.tsx";
import { ConfirmPanel, RestorePanel, WithdrawPanel } from "./application-panels.tsx";
import { EndedPanel } from "./ended-panel.tsx";
import { HostHabitsText } from "./host-habits-text.tsx";

export interface ApplicationViewProps {
  application: PupilApplicationDetail;
  weeks: readonly InternshipWeek[];
  /** The other applications that a confirmation would release. */
  released: readonly Pick<PupilApplication, "id" | "title" | "organisation">[];
  /** A withdrawal that can still be taken back. */
  restorable: boolean;
  /** How the host answers, while its answer is waited for. */
  habits: HostHabits | null;
  /** The pupil asked to take it back and must still say so. */
  withdrawing: boolean;
}

/** One application: what to do, where it stands, what was offered and written. */
export function ApplicationView(props: ApplicationViewProps) {
  const { application, weeks, released, restorable, habits, withdrawing } = props;
  const { status, agreement, offerIsOpen, offerId } = application;
  const items = placeItems(application, weeks);
  const confirming = status === "accepted" && !withdrawing;
  return (
    <>
      {withdrawing && isLive(status) ? <WithdrawPanel application={application} /> : null}
      {confirming ? <ConfirmPanel application={application} items={items} released={released} /> : null}
      <EndedPanel application={application} />
      {restorable ? <RestorePanel application={application} /> : null}
      <div className="application-page">
        <section aria-labelledby="suivi">
          <h2 id="suivi">Suivi</h2>
          <Timeline steps={applicationSteps(application)} label="Étapes de la candidature" />
          <HostHabitsText habits={habits} />
          {isLive(status) && !withdrawing ? (
            <p>
              <Link to={paths.pupil.application(application.id, { retirer: "oui" })}>
                Retirer ma candidature
              </Link>
            </p>
          ) : null}
        </section>
        <div>
          <section aria-labelledby="stage">
            <h2 id="stage">Le stage</h2>
            {confirming ? <p>Ses dates, son adresse et ses horaires sont en haut de cette page.</p> : null}
            {confirming ? null : <DataList items={items} />}
            {agreement ? (
              <p>
                <Link to={paths.pupil.agreement(agreement.id)}>Voir la convention</Link>
              </p>
            ) : null}
            {offerIsOpen ? (
              <p>
                <Link to={paths.offer(offerId)}>Revoir l’offre</Link>
              </p>
            ) : null}
          </section>
          <section aria-labelledby="lettre">
            <h2 id="lettre">Votre motivation</h2>
            <p className="letter">{application.motivation}</p>
          </section>
        </div>
      </div>
    </>
  );
}

function placeItems(application: PupilApplicationDetail, weeks: readonly InternshipWeek[]): DataListItem[] {
  const { organisation, town, meetingPoint, hoursGrid, lunch, accessNote } = application;
  const items: DataListItem[] = [
    ...(hoursGrid ? [] : [{ term: "Dates", details: datesOf(application, weeks).replace(/^d/, "D") }]),
    { term: "Employeur", details: organisation },
    {
      term: "Lieu",
      details: meetingPoint ? (
        <AddressWithRoute address={`${meetingPoint.addressLine}, ${meetingPoint.postcode} ${town}`} />
      ) : (
        town
      ),
    },
  ];
  if (meetingPoint?.supervisorName)
    items.push({ term: "Qui vous accompagne", details: meetingPoint.supervisorName });
  if (meetingPoint?.supervisorContact)
    items.push({
      term: "Pour joindre cette personne",
      details: <ContactText text={meetingPoint.supervisorContact} />,
    });
  if (hoursGrid)
    items.push({
      term: "Jours",
      details: <RealDays grid={hoursGrid} periods={periodsOf(application, weeks)} />,
    });
  if (lunch) items.push({ term: "Repas du midi", details: lunch });
  if (accessNote) items.push({ term: "Pour venir", details: accessNote });
  return items;
}
