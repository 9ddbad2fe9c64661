import { Link } from "@remix-run/react";
import type { Topic } from "#app/domain/notifications/topics.ts";
import type { Urgency } from "#app/domain/outbox/urgency.ts";
import { paths } from "#app/paths.ts";
import { DataList } from "../components/data-list.tsx";
import { Page, PageHeader, type Crumb } from "../components/page-header.tsx";
import { PlainText } from "../components/plain-text.tsx";
import {
  urgencyText,
  eventText,
  NO_EVENT,
  TEMPLATE_READERS,
  type TemplateReader,
} from "../messages/administration/message-log.ts";
import { topicText } from "../messages/topics.ts";

interface TemplatePageProps {
  name: string;
  events: readonly string[];
  urgency: Urgency;
  topic: Topic | null;
  /** One for each sample. */
  readers: readonly TemplateReader[];
  /** The sample shown, from 1. */
  sample: number;
  subject: string;
  summary: string;
  text: string;
  sms: string | null;
  trail: readonly Crumb[];
}

const WIDTHS = [360, 640];

/** An e-mail as phones and computers show it, then its text part. */
export function TemplatePage(props: TemplatePageProps) {
  const { name, events, urgency, topic, readers, sample, subject, summary, text, sms, trail } = props;
  return (
    <Page>
      <PageHeader title={subject} trail={trail} crumb={name} lead={summary} />
      {readers.length > 1 ? <SampleLinks name={name} readers={readers} current={sample} /> : null}
      <DataList
        items={[
          { term: "Modèle", details: name },
          { term: "Événement", details: events.map(eventText).join(", ") || NO_EVENT },
          { term: "Destinataire", details: TEMPLATE_READERS[readers[sample - 1] ?? "pupil"] },
          { term: "Envoi", details: urgencyText(urgency) },
          {
            term: "Peut se refuser",
            details: topic ? `Oui : ${topicText(topic).label.toLowerCase()}` : "Non",
          },
          ...(sms ? [{ term: "Message court (SMS)", details: sms }] : []),
        ]}
      />
      <h2>Comme il s’affiche</h2>
      <div className="template-preview">
        {WIDTHS.map((width) => (
          <section key={width} aria-labelledby={`apercu-${width}`}>
            <h3 id={`apercu-${width}`}>Largeur de {width} pixels</h3>
            <div className="template-preview__frame">
              <iframe
                title={`Message, largeur de ${width} pixels`}
                src={paths.admin.templateHtml(name, { exemple: String(sample) })}
                sandbox="allow-popups allow-popups-to-escape-sandbox"
                width={width}
                height="1000"
              />
            </div>
          </section>
        ))}
      </div>
      <h2>Version texte</h2>
      <PlainText text={text} />
    </Page>
  );
}

type SampleLinksProps = Pick<TemplatePageProps, "name" | "readers"> & { current: number };

function SampleLinks({ name, readers, current }: SampleLinksProps) {
  return (
    <nav aria-label="Exemples de ce message">
      <ul className="state-links">
        {readers.map((reader, index) => (
          <li key={index}>
            <Link
              className="fr-tag"
              to={paths.admin.template(name, { exemple: String(index + 1) })}
              aria-current={index + 1 === current ? "page" : undefined}
            >
              Exemple {index + 1}&nbsp;: {TEMPLATE_READERS[reader].toLowerCase()}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
