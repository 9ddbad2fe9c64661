import type { Period } from "#app/domain/notifications/compose/period.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, factLines, periodText } from "#app/emails/wording.ts";
import { GUARDIAN_PAGE, HOST, PERIOD, PUPIL, TITLE, toGuardian } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  offerTitle: string;
  hostName: string;
  town: string;
  period: Period | null;
  /** The follow-up page of this representative. */
  link: string;
}

const news = ({ pupilFirstName }: Props) =>
  `${pupilFirstName} a envoyé une candidature pour son stage de seconde. Voici à qui :`;

const NEXT =
  "Vous n’avez rien à faire : c’est une demande, pas encore un stage. Votre page de suivi montre où elle en est. Tant que la place n’est pas confirmée, vous pouvez vous y opposer depuis cette page.";

const facts = ({ offerTitle, hostName, town, period }: Props): Fact[] => [
  ["Ce que l’élève découvrirait", offerTitle],
  ["Structure d’accueil", hostName],
  ["Ville", town],
  ["Dates demandées", period && periodText(period)],
];

/** To each legal representative of a pupil under 16, or when the school asks for it. */
export const applicationSentGuardian = defineEmail<Props>()({
  name: "application-sent-guardian",
  sentOn: ["application.submitted"],
  topic: null,
  because: () => BECAUSE.guardian,
  subject: ({ hostName }) => `Stage de seconde : candidature envoyée (${hostName})`,
  title: () => "Une candidature vient de partir",
  preview: () => "Vous pouvez la suivre, sans compte, et vous y opposer avant la confirmation.",
  action: ({ link }) => ({ label: "Suivre les candidatures", link }),
  sms: ({ link }) =>
    `Stage de seconde : une candidature vient de partir. Pour la suivre, sans compte : ${link}`,
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), NEXT],
  samples: [
    toGuardian({
      offerTitle: TITLE,
      hostName: HOST,
      town: "Rennes",
      pupilFirstName: PUPIL,
      period: PERIOD,
      link: GUARDIAN_PAGE,
    }),
  ],
});
