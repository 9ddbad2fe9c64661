import { Link } from "@remix-run/react";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import type { FollowedApplication } from "#app/domain/guardians/guardian-follow-up.ts";
import { paths } from "#app/paths.ts";
import { StatusBadge } from "../components/status-badge.tsx";
import { applicationStatusLabel } from "../messages/applications.ts";
import { guardianState } from "../messages/guardian.ts";
import { datesOf } from "../pupil/application-dates.ts";
import { typeset } from "#app/kernel/typography.ts";
import { PlacementFacts } from "./placement-facts.tsx";

interface CardProps {
  application: FollowedApplication;
  weeks: readonly InternshipWeek[];
  token: string;
  pupilFirstName: string;
}

/** One application in a list: who, where, when, what happens now and next; all that a family must organise once confirmed. */
export function FollowedApplicationCard({ application, weeks, token, pupilFirstName }: CardProps) {
  const { id, title, organisation, town, status } = application;
  const label = applicationStatusLabel(status, "guardian");
  const { now, next } = guardianState(application, pupilFirstName);
  return (
    <li className="application-list__item">
      <h3 className="application-list__title">
        <Link to={paths.guardianApplication(token, id)}>{typeset(title)}</Link>
      </h3>
      {application.meetingPoint ? null : (
        <p>
          {organisation} · {town}
          <br />
          {datesOf(application, weeks).replace(/^d/, "D")}
        </p>
      )}
      <p>
        <StatusBadge tone={label.tone}>{label.text}</StatusBadge>
      </p>
      <p>
        {typeset(now)} {typeset(next)}
      </p>
      {application.meetingPoint ? <PlacementFacts application={application} weeks={weeks} /> : null}
    </li>
  );
}

export function FollowedApplicationList({
  applications,
  ...shared
}: Omit<CardProps, "application"> & { applications: readonly FollowedApplication[] }) {
  return (
    <ul className="application-list">
      {applications.map((application) => (
        <FollowedApplicationCard key={application.id} application={application} {...shared} />
      ))}
    </ul>
  );
}
