import type { Topic } from "#app/domain/notifications/topics.ts";
import { definitionOf, type EventType } from "#app/domain/notifications/compose/event-registry.ts";
import type { Urgency } from "#app/domain/outbox/urgency.ts";
import type { EmailTemplate } from "./email-template.ts";
import { registry } from "./registry.ts";
import { renderEmail, type Addressed, type RenderedEmail } from "./render-email.server.ts";
import type { Reader, Sample } from "./samples.ts";

/** One e-mail, as administrators see it: when it leaves, to whom, and what it looks like. */
export interface CatalogueEntry {
  name: string;
  events: readonly EventType[];
  urgency: Urgency;
  topic: Topic | null;
  /** One for each kind of reader. */
  samples: { reader: Reader; subject: string; render(): Promise<RenderedEmail> }[];
}

const UNSUBSCRIBE = "https://stage.example.org/desabonnement/exemple";

function describe<Props>(template: EmailTemplate<Props>): CatalogueEntry {
  const { name, sentOn, topic, samples } = template;
  const [event] = sentOn;
  return {
    name,
    events: sentOn,
    urgency: event ? definitionOf(event).urgency : "deferrable",
    topic,
    samples: samples.map((sample) => {
      const addressed = address(sample);
      return {
        reader: sample.reader,
        subject: template.subject(addressed),
        render: () => renderEmail(template, addressed),
      };
    }),
  };
}

function address<Props>({ firstName, props }: Sample<Props>): Props & Addressed {
  return { ...props, firstName, timeZone: "Europe/Paris", unsubscribeLink: UNSUBSCRIBE, canReply: true };
}

/** One type for the props of all: each template meets its own samples only. */
type AnyProps = (typeof registry)[number]["samples"][number]["props"];

/** By name, so that the page of administrators is stable. */
export const emailCatalogue: CatalogueEntry[] = registry
  .map((template) => describe<AnyProps>(template))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
