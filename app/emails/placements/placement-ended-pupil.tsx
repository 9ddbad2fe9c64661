import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { HOST, PUPIL_PAGE, toPupil } from "#app/emails/samples.ts";

interface Props {
  hostName: string;
  link: string;
}

const news = ({ hostName }: Props) => `Votre stage est terminé (${hostName}). Bravo !`;
const NEXT =
  "Deux questions vous attendent sur la page de votre stage : ce que vous en avez pensé, en une minute. Vos réponses ne servent qu’à des statistiques, sans votre nom ; l’employeur ne voit pas les vôtres.";
const CERTIFICATE = "Vous pouvez demander une attestation à l’employeur ou à votre lycée.";

/** To the pupil, once it is over: the two questions, and whom to ask for a certificate. */
export const placementEndedPupil = defineEmail<Props>()({
  name: "placement-ended-pupil",
  sentOn: ["placement.ended"],
  topic: "opinions",
  because: () => BECAUSE.pupil,
  subject: () => "Votre stage est terminé : votre avis en deux questions",
  title: () => "Votre stage est terminé",
  preview: () => "Deux questions sur votre stage, et à qui demander une attestation.",
  action: ({ link }) => ({ label: "Donner mon avis", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Paragraph>{NEXT}</Paragraph>
      <Paragraph>{CERTIFICATE}</Paragraph>
    </>
  ),
  text: (props) => [news(props), NEXT, CERTIFICATE],
  samples: [toPupil({ hostName: HOST, link: PUPIL_PAGE })],
});
