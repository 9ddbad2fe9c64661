import { DEFAULT_HOURS_GRID, type HoursGrid } from "#app/domain/hours/hours-grid.ts";
import type { Period } from "#app/domain/notifications/compose/period.ts";
import { stayFacts } from "#app/emails/hours-text.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";
import { GUARDIAN_PAGE, HOST, PERIOD, PUPIL, toGuardian } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  hostName: string;
  town: string;
  period: Period | null;
  hours: HoursGrid | null;
  /** The follow-up page of this representative. */
  link: string;
}

const news = ({ pupilFirstName }: Props) =>
  `${pupilFirstName} a confirmé un lieu pour son stage de seconde. En résumé :`;

const NEXT =
  "Vous n’avez rien à faire pour le moment. Le lycée vous donnera la convention à signer : c’est le papier qui fixe les dates, les horaires et l’assurance. Pour toute question, adressez-vous au lycée.";

const facts = ({ hostName, town, period, hours }: Props): Fact[] => [
  ["Structure d’accueil", hostName],
  ["Ville", town],
  ...stayFacts(period, hours),
];

/** To each legal representative who gave an address: a summary, no account needed. */
export const placementConfirmedGuardian = defineEmail<Props>()({
  name: "placement-confirmed-guardian",
  sentOn: ["application.confirmed"],
  topic: null,
  because: () => BECAUSE.guardian,
  subject: () => "Stage de seconde : un lieu de stage est confirmé",
  title: () => "Un lieu de stage est confirmé",
  preview: () => "Le résumé du stage : lieu, dates et horaires.",
  action: ({ link }) => ({ label: "Voir le suivi du stage", link }),
  sms: ({ link }) =>
    `Stage de seconde : un lieu de stage est confirmé. Résumé et suivi, sans compte : ${link}`,
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
      hostName: HOST,
      town: "Rennes",
      pupilFirstName: PUPIL,
      period: PERIOD,
      hours: DEFAULT_HOURS_GRID,
      link: GUARDIAN_PAGE,
    }),
  ],
});
