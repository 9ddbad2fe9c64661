import { Link } from "@remix-run/react";

import type { PupilApplication } from "#app/domain/applications/views/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { StatusBadge } from "../components/status-badge.tsx";
import { applicationStatusLabel } from "../messages/applications.ts";
import { typeset } from "#app/kernel/typography.ts";
import { datesOf, deadlineText } from "./application-dates.ts";

interface ApplicationListProps {
  applications: readonly PupilApplication[];
  weeks: readonly InternshipWeek[];
}

/** Under a heading of level 2. */
export function ApplicationList({ applications, weeks }: ApplicationListProps) {
  return (
    <ul className="application-list">
      {applications.map((application) => (
        <ApplicationItem key={application.id} application={application} weeks={weeks} />
      ))}
    </ul>
  );
}

function ApplicationItem({
  application,
  weeks,
}: Omit<ApplicationListProps, "applications"> & { application: PupilApplication }) {
  const { id, offerId, status, title, organisation, town, offerIsOpen } = application;
  const draft = status === "draft";
  const label = applicationStatusLabel(status, "pupil");
  const dates = datesOf(application, weeks);
  return (
    <li className="application-list__item">
      <h3 className="application-list__title">
        {draft && !offerIsOpen ? (
          title
        ) : (
          <Link to={draft ? paths.apply(offerId) : paths.pupil.application(id)}>{typeset(title)}</Link>
        )}
      </h3>
      <p>
        {organisation} · {town}
        {dates ? ` · ${dates}` : ""}
      </p>
      <p className="application-list__state">
        <StatusBadge tone={label.tone}>{label.text}</StatusBadge> {stateNote(application)}
      </p>
    </li>
  );
}

/** The date that matters in this state. */
function stateNote({ status, deadlineAt, updatedAt, offerIsOpen }: PupilApplication): string {
  const limit = deadlineAt ? deadlineText(deadlineAt) : "";
  switch (status) {
    case "submitted":
    case "seen":
      return `Réponse au plus tard le ${limit}`;
    case "accepted":
      return `À confirmer au plus tard le ${limit}`;
    case "draft":
      return offerIsOpen ? "Jamais envoyé" : "L’offre n’est plus ouverte";
    default:
      return `Le ${frenchDate(parisDate(updatedAt))}`;
  }
}
