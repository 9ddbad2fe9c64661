import { Link } from "@remix-run/react";
import type { Topic } from "#app/domain/notifications/topics.ts";
import type { Urgency } from "#app/domain/outbox/urgency.ts";
import { paths } from "#app/paths.ts";
import {
  urgencyText,
  eventText,
  NO_EVENT,
  TEMPLATE_READERS,
  type TemplateReader,
} from "../messages/administration/message-log.ts";
import { topicText } from "../messages/topics.ts";
import { typeset } from "#app/kernel/typography.ts";

export interface TemplateLine {
  name: string;
  subject: string;
  events: readonly string[];
  urgency: Urgency;
  topic: Topic | null;
  readers: readonly TemplateReader[];
}

/** A line for each e-mail: what it says, when, to whom, and whether it can be refused. */
export function TemplateTable({ templates }: { templates: readonly TemplateLine[] }) {
  return (
    <div className="table-scroll">
      <table className="school-table message-table">
        <caption className="fr-sr-only">Modèles, par nom</caption>
        <thead>
          <tr>
            <th scope="col">Modèle</th>
            <th scope="col">Événement</th>
            <th scope="col">Destinataires</th>
            <th scope="col">Envoi</th>
          </tr>
        </thead>
        <tbody>
          {templates.map(({ name, subject, events, urgency, topic, readers }) => (
            <tr key={name}>
              <th scope="row">
                <p>
                  <Link to={paths.admin.template(name)}>{typeset(subject)}</Link>
                </p>
                <p className="message-table__detail">{name}</p>
              </th>
              <td>
                {events.length === 0 ? <p>{NO_EVENT}</p> : null}
                {events.map((event) => (
                  <p key={event}>{typeset(eventText(event))}</p>
                ))}
              </td>
              <td>{readers.map((reader) => TEMPLATE_READERS[reader]).join(", ")}</td>
              <td>
                <p>{urgencyText(urgency)}</p>
                <p className="message-table__detail">
                  {topic ? `Peut se refuser : ${topicText(topic).label.toLowerCase()}` : "Ne se refuse pas"}
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
