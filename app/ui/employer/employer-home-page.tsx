import { frenchNumber } from "#app/kernel/french-number.ts";
import { Link } from "@remix-run/react";
import type { HostFilter, ListedHostApplication } from "#app/domain/applications/views/host-application.ts";
import type { InternshipWeek, WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { frenchDate, frenchPeriod, parisDate } from "#app/kernel/calendar-date.ts";
import { ofName, plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { AgreementList, type AgreementListItem } from "../agreements/agreement-list.tsx";
import { ButtonLink } from "../components/button-link.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { agreementStatusLabel } from "../messages/agreements.ts";
import { ClaimNotice, LostSiretNotice, type ClaimState, type LostSiret } from "./claim-notice.tsx";
import { ApplicationItem } from "./application-items.tsx";

interface EmployerHomePageProps {
  now: Date;
  firstName: string;
  campaign: { startsOn: string; endsOn: string } | null;
  weeks: InternshipWeek[];
  /** Agreements whose part is to be filled or corrected. */
  owed: AgreementListItem[];
  waiting: ListedHostApplication[];
  counts: Record<HostFilter, number>;
  offers: { published: number; paused: number; drafts: number; freeByWeek: Record<WeekNumber, number> };
  agreements: AgreementListItem[];
  claim: ClaimState | null;
  detachments: readonly LostSiret[];
}

/** What waits for the host first, then where its offers and agreements stand. */
export function EmployerHomePage(props: EmployerHomePageProps) {
  const { now, firstName, campaign, weeks, owed, waiting, counts, offers, agreements, claim, detachments } =
    props;
  return (
    <Page>
      <PageHeader
        title={`Bonjour ${firstName}`}
        crumb="Mon espace employeur"
        lead={campaign ? `Stages de seconde ${frenchPeriod(campaign.startsOn, campaign.endsOn)}` : null}
        aside={<ButtonLink to={paths.employer.newOffer()}>Publier une offre</ButtonLink>}
      />
      {claim ? <ClaimNotice {...claim} /> : null}
      {detachments.map((lost) => (
        <LostSiretNotice key={lost.organisationId} {...lost} />
      ))}
      <Waiting waiting={waiting} owed={owed} weeks={weeks} total={counts["a-repondre"]} />
      <h2>Vos offres</h2>
      <Figures offers={offers} counts={counts} />
      <p>
        <Link to={paths.employer.offers()}>
          Voir vos offres{offers.drafts > 0 ? ` et ${plural(offers.drafts, "brouillon")}` : ""}
        </Link>
      </p>
      <h2>Vos conventions</h2>
      {agreements.length > 0 ? (
        <AgreementList
          agreements={agreements}
          reader="host"
          pathOf={paths.employer.agreement}
          level={3}
          now={now}
        />
      ) : (
        <p>Une convention est créée dès qu’un stage chez vous est confirmé par l’élève.</p>
      )}
      {agreements.length > 0 ? (
        <p>
          <Link to={paths.employer.agreements()}>Voir toutes les conventions</Link>
        </p>
      ) : null}
      <h2>Votre équipe</h2>
      <p>
        <Link to={paths.employer.team()}>Voir qui répond avec vous, et les demandes pour vous rejoindre</Link>
      </p>
    </Page>
  );
}

/** An agreement to correct has no date: it comes after the applications that end within so many days. */
const AGREEMENT_DAYS = 3;

/** Applications and agreements in one list, the most pressing first. */
function Waiting({
  waiting,
  owed,
  weeks,
  total,
}: Pick<EmployerHomePageProps, "waiting" | "owed" | "weeks"> & { total: number }) {
  const count = total + owed.length;
  if (count === 0)
    return (
      <EmptyState title="Rien n’attend aujourd’hui.">
        <p>
          <Link to={paths.employer.applications()}>Voir les candidatures reçues</Link>
        </p>
      </EmptyState>
    );
  const pressing = waiting.filter(({ daysLeft }) => (daysLeft ?? 0) <= AGREEMENT_DAYS);
  const later = waiting.filter((application) => !pressing.includes(application));
  return (
    <>
      <h2>Ce qui vous attend ({frenchNumber(count)})</h2>
      <ul className="host-list">
        {pressing.map((application) => (
          <ApplicationItem key={application.id} application={application} weeks={weeks} level={3} />
        ))}
        {owed.map((agreement) => (
          <OwedAgreement key={agreement.id} agreement={agreement} />
        ))}
        {later.map((application) => (
          <ApplicationItem key={application.id} application={application} weeks={weeks} level={3} />
        ))}
      </ul>
      <p>
        <Link to={paths.employer.applications()}>Voir toutes les candidatures</Link>
      </p>
    </>
  );
}

function OwedAgreement({ agreement }: { agreement: AgreementListItem }) {
  const { id, status, pupilName, startsOn, endsOn, updatedAt } = agreement;
  const label = agreementStatusLabel(status, "host");
  return (
    <li className="host-item">
      <div className="host-item__head">
        <h3 className="host-item__title">
          <Link to={paths.employer.agreement(id)}>Convention {ofName(pupilName)}</Link>
        </h3>
        <StatusBadge tone={label.tone}>{label.text}</StatusBadge>
      </div>
      <p>
        {status === "changes_requested" ? "À corriger par vous" : "Votre partie est à compléter"} · stage{" "}
        {frenchPeriod(startsOn, endsOn)}
      </p>
      <p className="host-item__meta">Depuis le {frenchDate(parisDate(updatedAt), { year: false })}</p>
    </li>
  );
}

function Figures({ offers, counts }: Pick<EmployerHomePageProps, "offers" | "counts">) {
  const figures = [
    ["Offres en ligne", offers.published],
    ["Places libres, semaine 1", offers.freeByWeek[1]],
    ["Places libres, semaine 2", offers.freeByWeek[2]],
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
