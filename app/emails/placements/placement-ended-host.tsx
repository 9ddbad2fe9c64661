import { ofName } from "#app/kernel/text.ts";
import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE } from "#app/emails/wording.ts";
import { PUPIL, sampleLink, toHost } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  link: string;
}

const news = ({ pupilFirstName }: Props) =>
  `Le stage ${ofName(pupilFirstName)} est terminé. Merci du temps que votre équipe lui a donné !`;
const NEXT =
  "Quelques jours auprès de vous peuvent éclairer une orientation. Si l’expérience vous a plu, d’autres élèves seront heureux de vous trouver l’an prochain.";

/** To each employer of the host, once it is over. */
export const placementEndedHost = defineEmail<Props>()({
  name: "placement-ended-host",
  sentOn: ["placement.ended"],
  topic: "opinions",
  because: () => BECAUSE.host,
  subject: () => "Merci d’avoir accueilli un stage de seconde",
  title: () => "Merci de votre accueil",
  preview: () => "Le stage est terminé. Merci du temps que votre équipe lui a donné.",
  action: ({ link }) => ({ label: "Voir mes offres", link }),
  ...emailContent((props: Props) => [news(props), NEXT]),
  samples: [toHost({ pupilFirstName: PUPIL, link: sampleLink("/employeur/offres") })],
});
