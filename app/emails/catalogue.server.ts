import type { Topic } from "#app/domain/notifications/topics.ts";
import { EVENT_CLASSES, type EventType, type MessageClass } from "#app/domain/outbox/event-classes.ts";
import { renderEmail, type Addressed, type RenderedEmail } from "./render-email.server.ts";
import { samples, type Reader, type Sample } from "./samples.ts";
import type { EmailTemplate } from "./email-template.ts";
import { templates, type PropsByName, type TemplateName } from "./templates.ts";

/** One e-mail, as administrators see it: when it leaves, to whom, and what it looks like. */
export interface CatalogueEntry {
  name: TemplateName;
  events: readonly EventType[];
  messageClass: MessageClass;
  topic: Topic | null;
  /** One for each kind of reader. */
  samples: { reader: Reader; subject: string; render(): Promise<RenderedEmail> }[];
}

/** The events whose handlers send each e-mail; the digest gathers what waited, whatever its events. */
const EVENTS: Record<TemplateName, readonly EventType[]> = {
  "address-suppressed": ["address.suppressed"],
  "agreement-cancelled": ["agreement.cancelled"],
  "agreement-changes-requested": ["agreement.changes_requested"],
  "agreement-signed": ["agreement.signed"],
  "agreement-to-complete": ["agreement.to_complete"],
  "agreement-to-sign": ["agreement.to_sign"],
  "agreement-to-validate": ["agreement.completed"],
  "agreement-validated": ["agreement.validated"],
  "alert-matched": ["alert.matched"],
  "application-accepted": ["application.accepted"],
  "application-answer-reminder": ["application.answer_reminder"],
  "application-cancelled": ["application.cancelled"],
  "application-confirm-reminder": ["application.confirm_reminder"],
  "application-declined": ["application.declined"],
  "application-expired": ["application.expired"],
  "application-lapsed-host": ["application.lapsed"],
  "application-lapsed-pupil": ["application.lapsed"],
  "application-objected": ["application.objected"],
  "application-received": ["application.submitted", "application.transferred"],
  "application-released": ["application.released"],
  "application-restored": ["application.restored"],
  "application-seen": ["application.seen"],
  "application-sent": ["application.submitted"],
  "application-sent-guardian": ["application.submitted"],
  "application-transferred": ["application.transferred"],
  "application-withdrawn": ["application.withdrawn"],
  "daily-digest": [],
  "guardian-code": ["guardian.code_requested"],
  "guardian-link": ["guardian.link_requested"],
  "help-requested": ["help.requested"],
  "offer-published": ["offer.published"],
  "offer-reopened": ["offer.reopened"],
  "placement-absence": ["placement.absence_reported"],
  "placement-accident": ["placement.accident_reported"],
  "placement-cancelled": ["application.cancelled"],
  "placement-confirmed-guardian": ["application.confirmed"],
  "placement-confirmed-host": ["application.confirmed"],
  "placement-confirmed-pupil": ["application.confirmed"],
  "placement-day-before": ["placement.day_before"],
  "placement-ended-host": ["placement.ended"],
  "placement-ended-pupil": ["placement.ended"],
  "placement-first-day-host": ["placement.first_day"],
  "placement-first-day-pupil": ["placement.first_day"],
  "placement-week-before": ["placement.week_before"],
  "purge-announced": ["retention.purge_announced"],
};

const UNSUBSCRIBE = "https://stage.example.org/desabonnement/exemple";

function describe<Name extends TemplateName>(name: Name): CatalogueEntry {
  const template: EmailTemplate<PropsByName[Name]> = templates[name];
  const events = EVENTS[name];
  const [event] = events;
  const messageClass = event ? EVENT_CLASSES[event] : "good_hour";
  return {
    name,
    events,
    messageClass,
    topic: template.topic,
    samples: samples[name].map((sample) => {
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
  return { ...props, firstName, timeZone: "Europe/Paris", unsubscribeLink: UNSUBSCRIBE };
}

/** By name, so that the page of administrators is stable. */
export const emailCatalogue: CatalogueEntry[] = (Object.keys(EVENTS) as TemplateName[]).map(describe);
