import { Link } from "@remix-run/react";
import type { Role } from "#app/domain/accounts/actor.ts";
import type { MessageStatus } from "#app/domain/notifications/message-states.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { StatusBadge } from "../components/status-badge.tsx";
import {
  eventText,
  messageStatusText,
  providerStatusText,
  readerText,
} from "../messages/administration/message-log.ts";
import { typeset } from "#app/kernel/typography.ts";

export interface MessageLine {
  id: string;
  template: string;
  subject: string;
  recipient: string | null;
  roles: Role[] | null;
  status: MessageStatus;
  providerStatus: string | null;
  attempts: number;
  createdAt: Date;
  dismissedAt: Date | null;
  eventType: string | null;
  eventAt: Date | null;
}

/** A line for each message: what, to whom, why, and what became of it. */
export function MessageLines({ messages }: { messages: readonly MessageLine[] }) {
  return (
    <div className="table-scroll">
      <table className="school-table message-table">
        <caption className="fr-sr-only">Messages, du plus récent au plus ancien</caption>
        <thead>
          <tr>
            <th scope="col">Message</th>
            <th scope="col">Destinataire</th>
            <th scope="col">Pourquoi</th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <Line key={message.id} {...message} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line(message: MessageLine) {
  const { id, template, subject, recipient, roles, createdAt, eventType, eventAt } = message;
  return (
    <tr>
      <th scope="row">
        <p>
          <Link to={paths.admin.message(id)}>{typeset(subject)}</Link>
        </p>
        <p className="message-table__detail">
          {frenchDateTime(new Date(createdAt))} · {template}
        </p>
      </th>
      <td>
        <p>{recipient ?? "Sans adresse"}</p>
        <p className="message-table__detail">{readerText(roles)}</p>
      </td>
      <td>
        <p>{typeset(eventText(eventType))}</p>
        {eventAt ? <p className="message-table__detail">le {frenchDateTime(new Date(eventAt))}</p> : null}
      </td>
      <td>
        <MessageState {...message} />
      </td>
    </tr>
  );
}

function MessageState({ status, providerStatus, attempts, dismissedAt }: MessageLine) {
  const { tone, text } = messageStatusText(status);
  const details = [
    providerStatusText(providerStatus),
    attempts > 1 ? plural(attempts, "essai") : null,
    dismissedAt ? "Laissé sans envoi" : null,
  ].filter(Boolean);
  return (
    <>
      <p>
        <StatusBadge tone={dismissedAt ? "neutral" : tone}>{text}</StatusBadge>
      </p>
      {details.length > 0 ? <p className="message-table__detail">{details.join(" · ")}</p> : null}
    </>
  );
}
