import { frenchNumber } from "#app/kernel/french-number.ts";
import { Link } from "@remix-run/react";
import type { HostFilter, ListedHostApplication } from "#app/domain/applications/views/host-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { AgreementList, type AgreementListItem } from "../agreements/agreement-list.tsx";
import { ButtonLink } from "../components/button-link.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { ClaimNotice, type ClaimState } from "./claim-notice.tsx";
import { ApplicationItems } from "./application-items.tsx";

interface EmployerHomePageProps {
  firstName: string;
  campaign: { startsOn: string; endsOn: string } | null;
  weeks: InternshipWeek[];
  waiting: ListedHostApplication[];
  counts: Record<HostFilter, number>;
  offers: { published: number; paused: number; drafts: number; freeSeats: number };
  agreements: AgreementListItem[];
  claim: ClaimState | null;
}

/** What waits for the host first, then where its offers and agreements stand. */
export function EmployerHomePage(props: EmployerHomePageProps) {
  const { firstName, campaign, weeks, waiting, counts, offers, agreements, claim } = props;
  return (
    <Page>
      <PageHeader
        title={`Bonjour ${firstName}`}
        crumb="Mon espace employeur"
        lead={campaign ? `Stages de seconde ${frenchPeriod(campaign.startsOn, campaign.endsOn)}` : null}
        aside={<ButtonLink to={paths.employer.newOffer()}>Publier une offre</ButtonLink>}
      />
      {claim ? <ClaimNotice {...claim} /> : null}
      <Waiting waiting={waiting} weeks={weeks} total={counts["a-repondre"]} />
      <h2>Vos offres</h2>
      <Figures offers={offers} counts={counts} />
      <p>
        <Link to={paths.employer.offers()}>
          Voir vos offres{offers.drafts > 0 ? ` et ${plural(offers.drafts, "brouillon")}` : ""}
        </Link>
      </p>
      <h2>Vos conventions</h2>
      {agreements.length > 0 ? (
        <AgreementList agreements={agreements} reader="host" pathOf={paths.employer.agreement} level={3} />
      ) : (
        <p>Une convention est créée dès qu’un stage chez vous est confirmé par l’élève.</p>
      )}
      {agreements.length > 0 ? (
        <p>
          <Link to={paths.employer.agreements()}>Voir toutes les conventions</Link>
        </p>
      ) : null}
    </Page>
  );
}

function Waiting({
  waiting,
  weeks,
  total,
}: Pick<EmployerHomePageProps, "waiting" | "weeks"> & { total: number }) {
  if (waiting.length === 0)
    return (
      <EmptyState title="Aucune candidature n’attend votre réponse.">
        <p>
          <Link to={paths.employer.applications()}>Voir les candidatures reçues</Link>
        </p>
      </EmptyState>
    );
  return (
    <>
      <h2>{plural(total, "candidature attend", "candidatures attendent")} votre réponse</h2>
      <ApplicationItems applications={waiting} weeks={weeks} level={3} />
      <p>
        <Link to={paths.employer.applications()}>Voir toutes les candidatures</Link>
      </p>
    </>
  );
}

function Figures({ offers, counts }: Pick<EmployerHomePageProps, "offers" | "counts">) {
  const figures = [
    ["Offres en ligne", offers.published],
    ["Places libres", offers.freeSeats],
    ["Confirmations attendues", counts.acceptees],
    ["Stages confirmés", counts.confirmees],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{frenchNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
