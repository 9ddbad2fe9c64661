import type { Topic } from "#app/domain/notifications/topics.ts";
import { Aside, Paragraph, TextLink } from "#app/emails/email-parts.tsx";
import { styles } from "#app/emails/email-styles.ts";
import { defineEmail, type EmailAction } from "#app/emails/email-template.ts";
import { PUPIL_PAGE, sampleLink, toPupil } from "#app/emails/samples.ts";

/** One of the messages in it, by its subject, its one sentence and its one thing to do. */
export interface DigestItem {
  subject: string;
  summary: string;
  action: EmailAction | null;
}

interface Props {
  items: DigestItem[];
  /** Where all of it can be read again; null for those who have no account. */
  link: string | null;
}

const INTRO =
  "Voici ce qui s’est passé depuis notre dernier message. Nous l’avons réuni en un seul e-mail pour ne pas vous écrire plusieurs fois.";

/** More would not be read. */
const MOST_LISTED = 20;
const MOST_PREVIEWED = 3;

const listed = ({ items }: Props) => items.slice(0, MOST_LISTED);

/** Says that the list is cut; nothing when it is whole. */
function others({ items }: Props): string | null {
  const left = items.length - MOST_LISTED;
  if (left <= 0) return null;
  return left === 1
    ? "Un autre message vous attend sur le service."
    : `${left} autres messages vous attendent sur le service.`;
}

const count = ({ items }: Props) => `${items.length} messages`;

function Item({ subject, summary, action }: DigestItem) {
  return (
    <Aside>
      <p className="ink" style={styles.strong}>
        {subject}
      </p>
      <p className="ink" style={styles.details}>
        {summary}
        {action ? <br /> : null}
        {action ? (
          <TextLink className="link" href={action.link} style={styles.link}>
            {action.label}
          </TextLink>
        ) : null}
      </p>
    </Aside>
  );
}

const SAMPLE_ITEMS: DigestItem[] = [
  {
    subject: "Votre candidature a été lue",
    summary: "L’employeur a ouvert votre candidature ; il doit encore y répondre.",
    action: { label: "Suivre ma candidature", link: PUPIL_PAGE },
  },
  {
    subject: "De nouveau disponible : Une semaine à la médiathèque",
    summary: "« Une semaine à la médiathèque » (Rennes) peut de nouveau être demandée.",
    action: { label: "Voir l’offre", link: sampleLink("/offres/0198c2a1") },
  },
];

/** What waited for a good hour, in one e-mail a day; its topic is the one that its messages share, if they do. */
export function dailyDigest(topic: Topic | null) {
  return defineEmail<Props>()({
    name: "daily-digest",
    sentOn: [],
    topic,
    because: () =>
      "Vous recevez ce message parce que plusieurs nouvelles de stages de seconde vous attendaient. Ce qui n’est pas urgent vous est dit une fois par jour au plus.",
    subject: (props) => `Stages de seconde : ${count(props)} à lire`,
    title: () => "Vos nouvelles du jour",
    preview: ({ items }) =>
      items
        .slice(0, MOST_PREVIEWED)
        .map(({ subject }) => subject)
        .join(" · "),
    action: ({ link }) => (link ? { label: "Voir tous mes messages", link } : null),
    Body: (props) => (
      <>
        <Paragraph>{INTRO}</Paragraph>
        {listed(props).map((item, index) => (
          <Item key={index} {...item} />
        ))}
        {others(props) ? <Paragraph>{others(props)}</Paragraph> : null}
      </>
    ),
    text: (props) => [
      INTRO,
      ...listed(props).map(({ subject, summary, action }) =>
        [subject, summary, action && `${action.label} : ${action.link}`].filter(Boolean).join("\n"),
      ),
      others(props),
    ],
    samples: [toPupil({ items: SAMPLE_ITEMS, link: sampleLink("/notifications") })],
  });
}
