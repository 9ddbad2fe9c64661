import type { FollowedTry } from "#app/domain/follow-up/pupil/followed-pupil.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { deadlineWords } from "#app/kernel/deadline.ts";
import { plural } from "#app/kernel/text.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { applicationStep } from "../../messages/application-steps.ts";
import { applicationStatusLabel } from "../../messages/applications.ts";

interface PupilTriesProps {
  tries: readonly FollowedTry[];
  drafts: number;
}

/** To whom the pupil wrote, and what became of it; what the letters say is not for the school. */
export function PupilTries({ tries, drafts }: PupilTriesProps) {
  return (
    <section aria-labelledby="candidatures">
      <h2 id="candidatures">Candidatures</h2>
      {tries.length === 0 ? <EmptyState title="Aucune candidature envoyée" level={3} /> : null}
      {tries.length > 0 ? (
        <ul className="pupil-file__list">
          {tries.map((one) => (
            <TryItem key={one.id} one={one} />
          ))}
        </ul>
      ) : null}
      {drafts > 0 ? (
        <p>
          {plural(drafts, "lettre commencée", "lettres commencées")}, pas encore{" "}
          {drafts > 1 ? "envoyées" : "envoyée"}.
        </p>
      ) : null}
    </section>
  );
}

function TryItem({ one }: { one: FollowedTry }) {
  const { offerTitle, hostName, town, weeks, status, submittedAt, deadlineAt, lastChange } = one;
  const label = applicationStatusLabel(status, "teacher");
  const step = lastChange ? applicationStep(lastChange, "teacher") : null;
  return (
    <li className="pupil-file__item">
      <h3 className="pupil-file__title">{offerTitle}</h3>
      <p>
        {hostName}, {town} · {weeks.length > 1 ? "les deux semaines" : `semaine ${weeks[0] ?? 1}`}
      </p>
      <p>
        <StatusBadge tone={label.tone}>{label.text}</StatusBadge> Envoyée le{" "}
        {frenchDate(parisDate(submittedAt))}
        {deadlineAt ? `, réponse attendue jusqu’au ${deadlineWords(deadlineAt)}` : ""}
      </p>
      {lastChange && step ? (
        <p className="pupil-file__more">
          {step.title} le {frenchDate(parisDate(lastChange.at))}
          {step.detail ? ` : ${step.detail}` : ""}
        </p>
      ) : null}
    </li>
  );
}
