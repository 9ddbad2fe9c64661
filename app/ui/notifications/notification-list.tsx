import { Link } from "@remix-run/react";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { Disclosure } from "../components/disclosure.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import { PlainText } from "../components/plain-text.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { typeset } from "#app/kernel/typography.ts";

/** How what a message asks for came to its end: done, by whom where the reader may know, or past. */
interface ShownSettled {
  done: boolean;
  by: "self" | { name: string } | null;
}

function settledText({ done, by }: ShownSettled): string {
  if (!done) return "Il n’y a plus rien à faire pour ce message.";
  if (by === null) return "C’est fait.";
  return by === "self" ? "C’est fait, par vous." : `C’est fait, par ${by.name}.`;
}

export interface NotificationItem {
  id: string;
  subject: string;
  summary: string;
  text: string;
  action: { label: string; to: string } | null;
  settled: ShownSettled | null;
  createdAt: Date;
  read: boolean;
}

/** What was told, the newest first: the one thing to do, the whole message on demand. */
export function NotificationList({ notifications }: { notifications: readonly NotificationItem[] }) {
  return (
    <ul className="notifications">
      {notifications.map((notification) => (
        <NotificationCard key={notification.id} {...notification} />
      ))}
    </ul>
  );
}

function NotificationCard(props: NotificationItem) {
  const { id, subject, summary, text, action, settled, createdAt, read } = props;
  const title = `message-${id}`;
  return (
    <li className={`notification${read ? "" : " notification--unread"}`}>
      <div className="notification__meta">
        {read ? null : <StatusBadge tone="info">Non lu</StatusBadge>}
        <time dateTime={new Date(createdAt).toISOString()}>{frenchDateTime(new Date(createdAt))}</time>
      </div>
      <h2 className="notification__title" id={title}>
        {typeset(subject)}
      </h2>
      {summary ? <p className="notification__summary">{typeset(summary)}</p> : null}
      {settled ? <p className="notification__summary">{typeset(settledText(settled))}</p> : null}
      {action || !read ? (
        <div className="notification__actions">
          {action ? (
            <Link className="fr-btn fr-btn--secondary fr-btn--sm" to={action.to} aria-describedby={title}>
              {typeset(action.label)}
            </Link>
          ) : null}
          {read ? null : (
            <SubmitForm preventScrollReset>
              <HiddenField name="messageId" value={id} />
              <SubmitButton variant="tertiary" size="sm" describedBy={title}>
                Marquer comme lu
              </SubmitButton>
            </SubmitForm>
          )}
        </div>
      ) : null}
      <Disclosure title={<ReadTitle subject={subject} />}>
        <PlainText text={text} />
      </Disclosure>
    </li>
  );
}

/** The same words on each line of the list, told apart for those who hear them alone. */
function ReadTitle({ subject }: { subject: string }) {
  return (
    <>
      Lire le message<span className="fr-sr-only">&nbsp;: {typeset(subject)}</span>
    </>
  );
}
