import { renderEmail, type RenderedEmail } from "#app/emails/render-email.server.ts";
import type { EmailTemplate, Greeted } from "#app/emails/template.ts";
import type { Recipient } from "#app/domain/notifications/recipients.queries.server.ts";

/** One letter to one recipient, not written yet. */
export interface Draft {
  template: string;
  recipient: Recipient;
  render(): Promise<RenderedEmail>;
}

/** The same letter to each recipient, greeted by first name. */
export function mail<Props>(template: EmailTemplate<Props>, recipients: Recipient[], props: Props): Draft[] {
  return recipients.map((recipient) => {
    const greeted: Props & Greeted = { ...props, firstName: recipient.firstName };
    return { template: template.name, recipient, render: () => renderEmail(template, greeted) };
  });
}
