import type { Period } from "#app/domain/notifications/compose/period.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { BECAUSE, deadlineText, factLines, periodText } from "#app/emails/wording.ts";
import { CONFIRM_BEFORE, GUARDIAN_PAGE, OFFER, PERIOD, PUPIL, toGuardian } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  offerTitle: string;
  hostName: string;
  town: string;
  period: Period | null;
  confirmBefore: Date;
  /** The follow-up page of this representative. */
  link: string;
}

const news = ({ pupilFirstName }: Props) =>
  `Bonne nouvelle : un employeur accepte ${pupilFirstName}. Parlez-en ensemble avant la confirmation :`;

const NEXT =
  "Vous n’avez rien à faire si cela vous convient : c’est l’élève qui confirme. Sinon, vous pouvez vous y opposer depuis la page de suivi, jusqu’à la confirmation.";

const facts = ({ offerTitle, hostName, town, period, confirmBefore, ...props }: Props & Greeted): Fact[] => [
  ["Ce que l’élève découvrirait", offerTitle],
  ["Structure d’accueil", hostName],
  ["Ville", town],
  ["Dates", period && periodText(period)],
  ["À confirmer au plus tard le", deadlineText(confirmBefore, props)],
];

/** To each legal representative whom the school or the pupil's age has informed: time to talk before the pupil confirms. */
export const applicationAcceptedGuardian = defineEmail<Props>()({
  name: "application-accepted-guardian",
  sentOn: ["application.accepted"],
  topic: null,
  because: () => BECAUSE.guardian,
  subject: ({ hostName }) => `Stage de seconde : place proposée (${hostName})`,
  title: () => "Une place est proposée",
  preview: () => "Une place est gardée quelques jours : parlez-en ensemble avant la confirmation.",
  action: ({ link }) => ({ label: "Voir la place proposée", link }),
  sms: ({ link }) =>
    `Stage de seconde : un employeur propose une place. Parlez-en ensemble avant la confirmation. Suivi : ${link}`,
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
      ...OFFER,
      pupilFirstName: PUPIL,
      period: PERIOD,
      confirmBefore: CONFIRM_BEFORE,
      link: GUARDIAN_PAGE,
    }),
  ],
});
