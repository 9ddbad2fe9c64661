import { Link } from "@remix-run/react";
import type { FollowedAgreement } from "#app/domain/follow-up/pupil/followed-pupil.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { agreementStatusLabel } from "../../messages/agreements.ts";

interface PupilAgreementsProps {
  pupilId: string;
  agreements: readonly FollowedAgreement[];
  reader: "school" | "office";
}

export function PupilAgreements({ pupilId, agreements, reader }: PupilAgreementsProps) {
  return (
    <section aria-labelledby="conventions">
      <h2 id="conventions">Conventions</h2>
      {agreements.length === 0 ? <p>Aucune convention pour l’instant.</p> : null}
      {agreements.length > 0 ? (
        <ul className="pupil-file__list">
          {agreements.map(({ id, status, hostName, updatedAt }) => {
            const label = agreementStatusLabel(status, reader);
            return (
              <li key={id} className="pupil-file__item">
                <h3 className="pupil-file__title">
                  <Link to={paths.school.agreement(id)}>{hostName}</Link>
                </h3>
                <p>
                  <StatusBadge tone={label.tone}>{label.text}</StatusBadge> Dernier changement le{" "}
                  {frenchDate(parisDate(updatedAt))}
                </p>
              </li>
            );
          })}
        </ul>
      ) : null}
      <ButtonLink to={paths.school.foundInternships(pupilId)} variant="secondary" size="sm">
        Un stage trouvé ailleurs
      </ButtonLink>
    </section>
  );
}
