import type { Period } from "#app/domain/notifications/compose/period.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, counted, factLines, periodText } from "#app/emails/wording.ts";
import { HOST_PAGE, PERIOD, PUPIL, TITLE, toHost } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  pupilFirstName: string;
  period: Period | null;
  /** Other applications of the pupil to this host, which the confirmation closes. */
  alsoClosed: number;
  /** What the pupil's school tells its hosts and asks of them; empty when it says nothing. */
  schoolWords: string[];
  schoolPhone: string | null;
  link: string;
}

const news = ({ pupilFirstName, alsoClosed }: Props) =>
  `${pupilFirstName} vient chez vous : sa venue est confirmée.${closed(alsoClosed)} Merci de faire découvrir votre métier !`;

function closed(others: number): string {
  if (others === 0) return "";
  return others === 1
    ? " Son autre candidature chez vous est close."
    : ` Ses ${counted(others)} autres candidatures chez vous sont closes.`;
}

const NEXT =
  "Son nom complet et ses coordonnées sont maintenant visibles dans votre espace. La convention se prépare avec le lycée. S’il manque une information de votre part, nous vous écrirons.";

const facts = ({ offerTitle, period, schoolPhone }: Props): Fact[] => [
  ["Offre", offerTitle],
  ["Dates", period && periodText(period)],
  ["Le lycée", schoolPhone],
];

const told = ({ schoolWords }: Props) =>
  schoolWords.length > 0 ? ["Le lycée vous écrit :", ...schoolWords] : [];

/** To each employer of the host: the identity is read by link, the e-mail holds the first name only. */
export const placementConfirmedHost = defineEmail<Props>()({
  name: "placement-confirmed-host",
  sentOn: ["application.confirmed"],
  topic: null,
  because: () => BECAUSE.host,
  subject: ({ offerTitle }) => `Stage confirmé : ${offerTitle}`,
  title: () => "Le stage est confirmé",
  preview: () => "La place est prise, la convention se prépare.",
  action: ({ link }) => ({ label: "Voir la candidature", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
      {told(props).map((words) => (
        <Paragraph key={words}>{words}</Paragraph>
      ))}
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), NEXT, ...told(props)],
  samples: [
    toHost({
      offerTitle: TITLE,
      pupilFirstName: PUPIL,
      period: PERIOD,
      alsoClosed: 0,
      schoolWords: [],
      schoolPhone: null,
      link: HOST_PAGE,
    }),
    toHost({
      offerTitle: TITLE,
      pupilFirstName: PUPIL,
      period: PERIOD,
      alsoClosed: 2,
      schoolWords: [
        "Une réunion d’accueil des structures a lieu le 3 juin à 18 h au lycée.",
        "Merci de nous appeler avant 9 h en cas d’absence.",
      ],
      schoolPhone: "01 99 00 12 34",
      link: HOST_PAGE,
    }),
  ],
});
