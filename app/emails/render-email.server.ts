import { render } from "@react-email/render";
import type { EmailTemplate, Greeted } from "./template.ts";

export interface RenderedEmail {
  subject: string;
  html: string;
  text: string;
}

const MAX_SUBJECT = 150;

export async function renderEmail<Props>(
  template: EmailTemplate<Props>,
  props: Props & Greeted,
): Promise<RenderedEmail> {
  return {
    subject: oneLine(template.subject(props)),
    html: unbreakable(await render(template.Html(props))),
    text: template.text(props),
  };
}

/** French puts a space before these signs, and no line may begin with one. */
function unbreakable(html: string): string {
  return html.replace(/ (?=[:;?»]|!(?!important))/g, "\u00a0").replaceAll("« ", "«\u00a0");
}

/** Titles come from people: a line break in one must not reach a header. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MAX_SUBJECT ? `${line.slice(0, MAX_SUBJECT - 1)}…` : line;
}
