import { Link } from "@remix-run/react";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import type {
  HostApplication,
  ListedHostApplication,
} from "#app/domain/applications/views/host-application.ts";
import { ofName, plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { applicationStatusLabel } from "../messages/applications.ts";
import { describeWeeks } from "./week-texts.ts";

interface ApplicationItemsProps {
  applications: readonly ListedHostApplication[];
  weeks: readonly InternshipWeek[];
  level?: 2 | 3;
}

/** Applications as a host may see them: a first name and a town, the whole name once it has accepted. */
export function ApplicationItems({ applications, weeks, level = 2 }: ApplicationItemsProps) {
  return (
    <ul className="host-list">
      {applications.map((application) => (
        <ApplicationItem key={application.id} application={application} weeks={weeks} level={level} />
      ))}
    </ul>
  );
}

export function ApplicationItem({
  application,
  weeks,
  level,
}: Required<Omit<ApplicationItemsProps, "applications">> & { application: ListedHostApplication }) {
  const Heading = `h${level}` as const;
  const label = applicationStatusLabel(application.status, "host");
  return (
    <li className="host-item">
      <div className="host-item__head">
        <Heading className="host-item__title">
          <Link to={paths.employer.application(application.id)}>{describePupil(application)}</Link>
        </Heading>
        <StatusBadge tone={label.tone}>{label.text}</StatusBadge>
      </div>
      <p>
        {application.offerTitle} · {describeWeeks(application.weeks, weeks)}
      </p>
      {application.daysLeft === null ? null : (
        <p className="host-item__meta">{describeDaysLeft(application.daysLeft)}</p>
      )}
      {application.status === "submitted" ? <ReadButton application={application} /> : null}
    </li>
  );
}

/** "Inès, élève de seconde, Rennes" */
export function describePupil({
  firstName,
  lastName,
  schoolTown,
}: Pick<HostApplication, "firstName" | "lastName" | "schoolTown">): string {
  return [[firstName, lastName].filter(Boolean).join(" "), "élève de seconde", schoolTown]
    .filter(Boolean)
    .join(", ");
}

export function describeDaysLeft(days: number): string {
  return days < 1 ? "Dernier jour pour répondre" : `Il vous reste ${plural(days, "jour")} pour répondre`;
}

function ReadButton({ application }: { application: ListedHostApplication }) {
  return (
    <div className="host-item__actions">
      <SubmitForm action={paths.employer.application(application.id)}>
        <SubmitButton intent="read" size="sm" variant="secondary">
          Lire la candidature
          <span className="fr-sr-only"> {ofName(application.firstName)}</span>
        </SubmitButton>
      </SubmitForm>
    </div>
  );
}
