import { renderEmail, type Addressed, type RenderedEmail } from "#app/emails/render-email.server.ts";
import type { RegisteredEmail } from "#app/emails/registry.ts";
import type { Recipient } from "./recipients.queries.server.ts";
import type { SkipReason } from "#app/domain/notifications/skip-reasons.ts";
import type { Topic } from "#app/domain/notifications/topics.ts";

/** One message to one recipient, not written yet. */
export interface MessageDraft {
  template: string;
  topic: Topic | null;
  /** 0 for a code that someone waits for; else the class of the event decides. */
  priority: 0 | null;
  recipient: Recipient;
  /** So many a day and recipient leave at once; those beyond wait for the digest. */
  immediatePerDay: number | null;
  render(foot: Pick<Addressed, "unsubscribeLink" | "canReply">): Promise<RenderedEmail>;
}

export interface Skipped {
  skipped: SkipReason;
}

/** What becomes of an event: drafts of messages, or a reason for none. */
export type Composition = MessageDraft[] | Skipped;

export function skip(reason: SkipReason): Skipped {
  return { skipped: reason };
}

interface MailOptions {
  immediatePerDay?: number;
}

/** The same e-mail to each recipient, greeted by first name. */
export function mail<Props>(
  template: RegisteredEmail<Props>,
  recipients: Recipient[],
  props: Props,
  options: MailOptions = {},
): MessageDraft[] {
  return mailEach(template, recipients, () => props, options);
}

/** An e-mail that holds something of its recipient: the link of one representative. */
export function mailEach<Props, To extends Recipient>(
  template: RegisteredEmail<Props>,
  recipients: To[],
  propsFor: (recipient: To) => Props,
  { immediatePerDay }: MailOptions = {},
): MessageDraft[] {
  return recipients.map((recipient) => ({
    template: template.name,
    topic: template.topic,
    priority: template.priority ?? null,
    recipient,
    immediatePerDay: immediatePerDay ?? null,
    render: (foot) =>
      renderEmail(template, {
        ...propsFor(recipient),
        firstName: recipient.firstName,
        timeZone: recipient.timeZone,
        ...foot,
      }),
  }));
}
