import type { Period } from "#app/domain/notifications/compose/period.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { BECAUSE, deadlineText, factLines, periodText } from "#app/emails/wording.ts";
import { CONFIRM_BEFORE, OFFER, PERIOD, PUPIL_PAGE, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  town: string;
  period: Period | null;
  confirmBefore: Date;
  link: string;
}

const NEXT =
  "La place est gardée pour vous jusque-là. Les coordonnées de l’employeur sont maintenant visibles sur la page de votre candidature. Si vous confirmez, vos autres candidatures pour les mêmes semaines seront closes, avec un mot de remerciement.";

const facts = ({ offerTitle, town, period, ...props }: Props & Greeted): Fact[] => [
  ["Offre", offerTitle],
  ["Lieu", town],
  ["Dates", period && periodText(period)],
  ["À confirmer au plus tard le", deadlineText(props.confirmBefore, props)],
];

/** To the pupil whom a host accepts: the place is kept until the deadline; addresses and numbers are read on the page. */
export const applicationAccepted = defineEmail<Props>()({
  name: "application-accepted",
  sentOn: ["application.accepted"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ hostName, confirmBefore, ...props }) =>
    `${hostName} vous accepte ! Confirmez d’ici le ${deadlineText(confirmBefore, props, { year: false })}`,
  title: () => "Votre candidature est acceptée",
  preview: () => "Bonne nouvelle : il ne reste qu’à confirmer votre place.",
  action: ({ link }) => ({ label: "Confirmer ce stage", link }),
  Body: (props) => (
    <>
      <Paragraph>Bonne nouvelle : {props.hostName} vous propose une place !</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [
    `Bonne nouvelle : ${props.hostName} vous propose une place !`,
    factLines(facts(props)),
    NEXT,
  ],
  samples: [toPupil({ ...OFFER, period: PERIOD, confirmBefore: CONFIRM_BEFORE, link: PUPIL_PAGE })],
});
