import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import { List, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE, listLines } from "#app/emails/wording.ts";
import { sampleLink, toPupil } from "#app/emails/samples.ts";

interface Props {
  erasedOn: CalendarDate;
  link: string;
}

const news = ({ erasedOn }: Props) =>
  `Votre stage est passé : le ${frenchDate(erasedOn)}, vos données personnelles seront effacées de ce service. C’est automatique, vous n’avez rien à demander.`;

const KEEP = "Avant cette date, enregistrez ce que vous voulez garder :";
const ITEMS = ["votre convention, en PDF ;", "vos lettres, si elles peuvent vous resservir."];

/** To a pupil, before the yearly erasure. */
export const purgeAnnounced = defineEmail<Props>()({
  name: "purge-announced",
  sentOn: ["retention.purge_announced"],
  topic: null,
  because: () => BECAUSE.account,
  subject: ({ erasedOn }) => `Vos données seront effacées le ${frenchDate(erasedOn)}`,
  title: () => "Vos données seront bientôt effacées",
  preview: () => "Enregistrez avant cela ce que vous voulez garder.",
  action: ({ link }) => ({ label: "Ouvrir mon espace", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Paragraph>{KEEP}</Paragraph>
      <List items={ITEMS} />
    </>
  ),
  text: (props) => [news(props), `${KEEP}\n${listLines(ITEMS)}`],
  samples: [toPupil({ erasedOn: "2027-09-30", link: sampleLink("/eleve") })],
});
