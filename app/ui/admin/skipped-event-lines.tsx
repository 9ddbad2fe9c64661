import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { eventText, skipReasonText } from "../messages/administration/message-log.ts";
import { typeset } from "#app/kernel/typography.ts";

interface SkippedEventLine {
  id: string;
  type: string;
  skipReason: string | null;
  occurredAt: Date;
}

/** What nobody was told, when, and why. */
export function SkippedEventLines({ events }: { events: readonly SkippedEventLine[] }) {
  return (
    <div className="table-scroll">
      <table className="school-table message-table">
        <caption className="fr-sr-only">Événements sans message, du plus récent au plus ancien</caption>
        <thead>
          <tr>
            <th scope="col">Événement</th>
            <th scope="col">Date</th>
            <th scope="col">Raison du silence</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, type, skipReason, occurredAt }) => (
            <tr key={id}>
              <th scope="row">{typeset(eventText(type))}</th>
              <td>{frenchDateTime(new Date(occurredAt))}</td>
              <td>{typeset(skipReasonText(skipReason))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
