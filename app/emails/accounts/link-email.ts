import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail, type EmailTemplate, type Greeted } from "#app/emails/email-template.ts";
import { sampleLink, type Sample } from "#app/emails/samples.ts";
import { deadlineText } from "#app/emails/wording.ts";

/** What an e-mail says that holds a link which opens something once. */
export interface LinkEmail {
  link: string;
  expiresAt: Date;
  /** Of the school that it lets in, for those that let in one. */
  schoolName: string | null;
}

type To = (props: LinkEmail) => Sample<LinkEmail>;

interface Words<Name extends string> {
  name: Name;
  because: string;
  subject: string;
  title: string;
  preview: string;
  /** Of the button. */
  label: string;
  news(props: LinkEmail): string;
  /** What to do of one that was not asked for. */
  notAsked?: string;
  /** Its readers. */
  to: readonly [To, ...To[]];
}

const NOT_ASKED = "Si vous n’avez rien demandé, oubliez ce message : rien ne change.";
const SAMPLE: LinkEmail = {
  link: sampleLink("/lien/AZjA3kV0mWq7b2x9"),
  expiresAt: new Date("2027-03-12T09:15:00Z"),
  schoolName: "Lycée de la Plaine",
};

/** An e-mail that holds such a link: until when it serves, and what to do of one that was not asked for. */
export function linkEmail<const Name extends string>(words: Words<Name>): EmailTemplate<LinkEmail, Name> {
  const { name, because, subject, title, preview, label, news, notAsked = NOT_ASKED, to } = words;
  const [first, ...others] = to;
  return defineEmail<LinkEmail>()({
    name,
    sentOn: ["account.link_requested"],
    topic: null,
    priority: 0,
    because: () => because,
    subject: () => subject,
    title: () => title,
    preview: () => preview,
    action: ({ link }) => ({ label, link }),
    ...emailContent((props: LinkEmail & Greeted) => [news(props), onceUntil(props), notAsked]),
    samples: [first(SAMPLE), ...others.map((sampleFor) => sampleFor(SAMPLE))],
  });
}

function onceUntil({ expiresAt, ...greeted }: LinkEmail & Greeted): string {
  return `Ce lien sert une seule fois, jusqu’au ${deadlineText(expiresAt, greeted)}.`;
}
