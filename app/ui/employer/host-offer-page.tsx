import { Link } from "@remix-run/react";
import type { ListedHostApplication } from "#app/domain/applications/views/host-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import type { OfferHold } from "#app/domain/offers/moderation/hold.ts";
import { freeByWeek, freeSeats, type OfferStatus, type Seats } from "#app/domain/offers/offer.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonRow } from "../components/button-link.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { DataList } from "../components/data-list.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { offerStatusLabel } from "../messages/offers.ts";
import { OfferFacts, type OfferShown } from "../search/offer-facts.tsx";
import { ApplicationItems } from "./application-items.tsx";
import { FreedPlace, OpenApplications, type OfferQueue } from "./open-applications.tsx";
import { HeldOffer } from "#app/ui/moderation/held-offer.tsx";
import { employerTrail } from "./employer-trail.ts";

interface HostOfferPageProps {
  offer: OfferShown & { id: string; title: string; status: OfferStatus };
  weeks: InternshipWeek[];
  applications: ListedHostApplication[];
  hasMore: boolean;
  queue: OfferQueue;
  hold: Pick<OfferHold, "reasons" | "explanation"> | null;
  done: DoneCode<"hostOffer"> | null;
  refusal: Refusal | undefined;
}

/** One offer as its host follows it: seats of each week, applications, what can be done. */
export function HostOfferPage(props: HostOfferPageProps) {
  const { offer, weeks, applications, hasMore, queue, hold, done, refusal } = props;
  const free = freeByWeek(offer.seats);
  const label = offerStatusLabel(offer.status, free[1] + free[2]);
  return (
    <Page>
      <PageHeader
        title={offer.title}
        trail={[...employerTrail, { to: paths.employer.offers(), label: "Mes offres" }]}
        aside={<StatusBadge tone={label.tone}>{label.text}</StatusBadge>}
      />
      {refusal ? null : <DoneNotice page="hostOffer" done={done} />}
      <RefusalNotice refusal={refusal} />
      <HeldOffer id={offer.id} status={offer.status} hold={hold} />
      <FreedPlace queue={queue} free={free[1] + free[2]} />
      <OfferActions id={offer.id} status={offer.status} />
      <h2>Places</h2>
      <SeatList seats={offer.seats} weeks={weeks} />
      <h2>Candidatures</h2>
      {applications.length > 0 ? (
        <ApplicationItems applications={applications} weeks={weeks} level={3} />
      ) : (
        <EmptyState title="Aucune candidature pour le moment." level={3} />
      )}
      {hasMore ? (
        <p>
          <Link to={paths.employer.applications()}>Voir toutes les candidatures</Link>
        </p>
      ) : null}
      {offer.status === "published" || offer.status === "paused" ? (
        <OpenApplications queue={queue} refusal={refusal} />
      ) : null}
      <h2>L’offre lue par les élèves</h2>
      <OfferFacts offer={offer} weeks={weeks} level={3} />
    </Page>
  );
}

function OfferActions({ id, status }: { id: string; status: OfferStatus }) {
  return (
    <SubmitForm action={paths.employer.offers()}>
      <input type="hidden" name="offerId" value={id} />
      <ButtonRow>
        {status === "published" ? (
          <>
            <Link className="fr-btn fr-btn--secondary" to={paths.offer(id)}>
              Voir l’offre en ligne
            </Link>
            <SubmitButton intent="pause" variant="tertiary">
              Mettre en pause
            </SubmitButton>
          </>
        ) : null}
        {status === "paused" ? <SubmitButton intent="resume">Remettre en ligne</SubmitButton> : null}
      </ButtonRow>
    </SubmitForm>
  );
}

/** The seats of each week: what is offered, held and left. */
function SeatList({ seats, weeks }: { seats: readonly Seats[]; weeks: readonly InternshipWeek[] }) {
  const items = weeks.map(({ week, startsOn, endsOn }) => {
    const row = seats.find((candidate) => candidate.week === week);
    const held = [
      row?.reserved ? plural(row.reserved, "réservée") : "",
      row?.taken ? plural(row.taken, "confirmée") : "",
    ]
      .filter(Boolean)
      .join(", ");
    return {
      term: `Semaine ${week}, ${frenchPeriod(startsOn, endsOn)}`,
      details: row?.capacity
        ? `${plural(freeSeats(row), "place libre", "places libres")} sur ${row.capacity}${held ? ` (${held})` : ""}`
        : "Pas d’accueil",
    };
  });
  return <DataList items={items} />;
}
