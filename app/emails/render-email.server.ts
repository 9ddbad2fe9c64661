import { render } from "@react-email/render";
import { createElement } from "react";
import { typesetHtml } from "#app/kernel/typography.ts";
import { EmailLayout } from "./email-layout.tsx";
import type { EmailTemplate, Greeted, EmailAction } from "./email-template.ts";
import { emailText } from "./wording.ts";

export interface RenderedEmail {
  subject: string;
  html: string;
  text: string;
  /** The preview: what the digest and the notification centre show of it. */
  summary: string;
  action: EmailAction | null;
  /** The whole message for a telephone, when the template has one. */
  sms: string | null;
}

/** What an e-mail is rendered with beside its own props. */
export interface Addressed extends Greeted {
  /** Where to refuse such messages, for a template with a topic. */
  unsubscribeLink: string | null;
  /** Whether someone reads the answers to it. */
  canReply: boolean;
}

const MAX_SUBJECT = 150;

export async function renderEmail<Props>(
  template: EmailTemplate<Props>,
  props: Props & Addressed,
): Promise<RenderedEmail> {
  const summary = template.preview(props);
  const action = template.action(props);
  const frame = {
    firstName: props.firstName,
    because: template.because(props),
    action,
    unsubscribeLink: template.topic ? props.unsubscribeLink : null,
    canReply: props.canReply,
  };
  const email = createElement(
    EmailLayout,
    { ...frame, title: template.title(props), preview: summary },
    template.Body(props),
  );
  return {
    subject: oneLine(template.subject(props)),
    html: typesetHtml(await render(email)),
    text: emailText(template.text(props), frame),
    summary,
    action,
    sms: template.sms?.(props) ?? null,
  };
}

/** Titles come from people: a line break in one must not reach a header. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MAX_SUBJECT ? `${line.slice(0, MAX_SUBJECT - 1)}…` : line;
}
