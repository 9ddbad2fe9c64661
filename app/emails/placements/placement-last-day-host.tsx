import { ofName } from "#app/kernel/text.ts";
import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE } from "#app/emails/wording.ts";
import { PUPIL, SUPERVISOR_PAGE, toHost } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  link: string;
}

const news = ({ pupilFirstName }: Props) =>
  `Le stage ${ofName(pupilFirstName)} se termine aujourd’hui. Dites en deux minutes ce que vous avez vu : douze lignes, un clic par ligne, aucune note.`;
const NEXT =
  "Vos réponses aident l’élève à mettre des mots sur ce que le stage lui a appris. Elles ne figurent pas sur la convention. Aucun compte n’est nécessaire : vous pouvez transmettre ce message à la personne qui a suivi le stage.";

/** To those who look after the pupil, on the last day: the grid of skills, by link. */
export const placementLastDayHost = defineEmail<Props>()({
  name: "placement-last-day-host",
  sentOn: ["placement.last_day"],
  topic: "opinions",
  because: () => BECAUSE.host,
  subject: ({ pupilFirstName }) => `${pupilFirstName} : deux minutes pour dire ce que vous avez vu`,
  title: () => "Deux minutes, douze lignes",
  preview: () => "Ce que le stage a appris à l’élève, en un clic par ligne.",
  action: ({ link }) => ({ label: "Remplir la grille", link }),
  ...emailContent((props: Props) => [news(props), NEXT]),
  samples: [toHost({ pupilFirstName: PUPIL, link: SUPERVISOR_PAGE })],
});
