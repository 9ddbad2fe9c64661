import { ofName } from "#app/kernel/text.ts";
import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import type { Period } from "#app/domain/notifications/compose/period.ts";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import { HOST, PERIOD, PUPIL, SUPERVISOR_PAGE, toHost } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  hostName: string;
  period: Period;
  link: string;
}

const news = ({ pupilFirstName }: Props) =>
  `Voici la page du stage ${ofName(pupilFirstName)} chez vous. Vous y dites si l’élève est bien là, vous signalez une absence ou un accident et, à la fin, vous remplissez la grille de compétences.`;
const NEXT =
  "Aucun compte n’est nécessaire. Ce lien ouvre ce seul stage : ne le transmettez qu’à la personne qui accompagne l’élève.";

/** The link to one stay, sent again or anew by the school. */
export const supervisorLinkEmail = defineEmail<Props>()({
  name: "supervisor-link",
  sentOn: ["supervisor.link_requested"],
  topic: null,
  because: () => BECAUSE.host,
  subject: ({ pupilFirstName }) => `Le lien pour suivre le stage ${ofName(pupilFirstName)}`,
  title: () => "Votre lien pour ce stage",
  preview: () => "Une page pour dire si tout va bien, sans compte.",
  action: ({ link }) => ({ label: "Ouvrir la page du stage", link }),
  ...emailContent(
    (props: Props) => [news(props), NEXT],
    ({ hostName, period }: Props) => [
      ["Structure d’accueil", hostName],
      ["Dates du stage", periodText(period)],
    ],
  ),
  samples: [toHost({ pupilFirstName: PUPIL, hostName: HOST, period: PERIOD, link: SUPERVISOR_PAGE })],
});
