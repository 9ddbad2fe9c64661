import { Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { BECAUSE } from "./wording.ts";

interface Props {
  hostName: string;
  link: string;
}

const news = ({ hostName }: Props) => `Votre stage chez ${hostName} est terminé. Bravo !`;
const NEXT =
  "Deux choses vous attendent sur la page de votre stage : votre attestation, que vous pouvez demander, et deux questions sur ce que vous en avez pensé. Une minute suffit, et votre avis aide les élèves qui viendront après vous.";

/** To the pupil, once it is over: the certificate and the two questions. */
export const placementEndedPupil: EmailTemplate<Props> = {
  name: "placement-ended-pupil",
  topic: "opinions",
  because: () => BECAUSE.pupil,
  subject: () => "Votre stage est terminé : attestation et avis",
  title: () => "Votre stage est terminé",
  preview: () => "Votre attestation, et deux questions sur votre stage.",
  action: ({ link }) => ({ label: "Voir mon stage", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [news(props), NEXT],
};
