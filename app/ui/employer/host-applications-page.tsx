import { Link } from "@remix-run/react";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import type { HostFilter, ListedHostApplication } from "#app/domain/applications/views/host-application.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { NextPageLink } from "../components/next-page-link.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { ApplicationItems } from "./application-items.tsx";
import { employerTrail } from "./employer-trail.ts";

const FILTERS: [HostFilter | null, string][] = [
  [null, "Toutes"],
  ["a-repondre", "À traiter"],
  ["acceptees", "Acceptées"],
  ["confirmees", "Confirmées"],
  ["closes", "Terminées"],
];

/** What each filter is called, for the title of the page. */
export const HOST_FILTER_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  FILTERS.flatMap(([value, label]) => (value ? [[value, label]] : [])),
);

interface HostApplicationsPageProps {
  filter: HostFilter | null;
  counts: Record<HostFilter, number>;
  applications: ListedHostApplication[];
  weeks: InternshipWeek[];
  nextPage: string | null;
}

/** The applications received, those that wait for an answer first. */
export function HostApplicationsPage(props: HostApplicationsPageProps) {
  const { filter, counts, applications, weeks, nextPage } = props;
  return (
    <Page>
      <PageHeader
        title="Candidatures reçues"
        trail={employerTrail}
        lead="Vous voyez le prénom et la ville du lycée. Le nom et les coordonnées s’affichent une fois la candidature acceptée."
      />
      <nav aria-label="Filtrer les candidatures">
        <ul className="filter-links">
          {FILTERS.map(([value, label]) => (
            <li key={label}>
              <Link
                className={`fr-tag${value === filter ? " filter-links__current" : ""}`}
                to={paths.employer.applications(value ? { etat: value } : {})}
                aria-current={value === filter ? "page" : undefined}
              >
                {label}
                {value ? ` (${counts[value]})` : ""}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {applications.length > 0 ? (
        <ApplicationItems applications={applications} weeks={weeks} />
      ) : (
        <EmptyState
          title="Aucune candidature ici pour le moment."
          suggestions={[{ to: paths.employer.offers(), label: "Voir mes offres" }]}
        />
      )}
      <NextPageLink to={nextPage} />
    </Page>
  );
}
