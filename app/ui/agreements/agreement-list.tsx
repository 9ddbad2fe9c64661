import { Link } from "@remix-run/react";
import type { Awaited } from "#app/domain/agreements/awaited/awaited.ts";
import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import { frenchDateTime, frenchPeriod } from "#app/kernel/calendar-date.ts";
import { typeset } from "#app/kernel/typography.ts";
import { StatusBadge } from "../components/status-badge.tsx";
import { awaitedText } from "../messages/awaited.ts";
import { agreementStatusLabel, type AgreementReader } from "../messages/agreements.ts";

export interface AgreementListItem {
  id: string;
  status: AgreementStatus;
  updatedAt: Date;
  pupilName: string;
  className: string | null;
  hostName: string;
  startsOn: string;
  endsOn: string;
  awaited: Awaited | null;
}

interface AgreementListProps {
  agreements: readonly AgreementListItem[];
  reader: Exclude<AgreementReader, "pupil">;
  pathOf: (id: string) => string;
  level?: 2 | 3;
  now: Date;
}

/** One line for each agreement: whose, where, when, and what it waits for. */
export function AgreementList({ agreements, reader, pathOf, level = 2, now }: AgreementListProps) {
  const Heading = `h${level}` as const;
  return (
    <ul className="agreement-list">
      {agreements.map((agreement) => {
        const label = agreementStatusLabel(agreement.status, reader);
        return (
          <li className="agreement-item" key={agreement.id}>
            <div className="agreement-item__head">
              <Heading className="agreement-item__title">
                <Link to={pathOf(agreement.id)}>{agreement.pupilName}</Link>
              </Heading>
              <StatusBadge tone={label.tone}>{label.text}</StatusBadge>
            </div>
            <p>
              {agreement.className ? `${agreement.className} · ` : null}
              {agreement.hostName} · {frenchPeriod(agreement.startsOn, agreement.endsOn)}
            </p>
            {agreement.awaited ? <p>{typeset(awaitedText(agreement.awaited, now))}</p> : null}
            <p className="agreement-item__meta">
              Dernier changement le {frenchDateTime(agreement.updatedAt)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
