import type { ToldOpening } from "#app/domain/accounts/openings/opening.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { PlainText } from "../components/plain-text.tsx";
import { openingReasonText } from "../messages/administration/audit.ts";

/** When, and why, somebody who runs the service has read this account: shown to whose it is. */
export function AccountOpenings({ openings }: { openings: readonly ToldOpening[] }) {
  if (openings.length === 0) return null;
  return (
    <section aria-labelledby="consultations">
      <h2 id="consultations">Qui a consulté votre compte</h2>
      <ul>
        {openings.map(({ openedAt, reason, explanation }) => (
          <li key={String(openedAt)}>
            L’administration du service a consulté votre compte le {frenchDateTime(new Date(openedAt))}. Motif
            &nbsp;: {openingReasonText(reason).toLowerCase()}.
            <PlainText text={explanation} />
          </li>
        ))}
      </ul>
    </section>
  );
}
