import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE } from "#app/emails/wording.ts";
import { HOST, sampleLink, toPupil } from "#app/emails/samples.ts";

interface Props {
  hostName: string;
  /** The page for help. */
  link: string;
}

const news = ({ hostName }: Props) =>
  `Votre stage commence aujourd’hui (${hostName}). Si tout va bien, vous n’avez rien à faire : observez, posez des questions, profitez-en.`;

const HELP =
  "Quelque chose ne va pas : personne pour vous accueillir, une tâche dangereuse, des paroles ou des gestes déplacés ? Vous n’y êtes pour rien. Dites-le à un adulte de votre lycée, ou appelez le 3018 (gratuit et confidentiel) ou le 119.";

/** To the pupil, on the first day. */
export const placementFirstDayPupil = defineEmail<Props>()({
  name: "placement-first-day-pupil",
  sentOn: ["placement.first_day"],
  topic: "advice",
  because: () => BECAUSE.pupil,
  subject: () => "Premier jour de stage : tout va bien ?",
  title: () => "Votre arrivée s’est bien passée ?",
  preview: () => "Si tout va bien, rien à faire ; sinon, voici à qui le dire.",
  action: ({ link }) => ({ label: "J’ai un problème", link }),
  ...emailContent((props: Props) => [news(props), HELP]),
  samples: [toPupil({ hostName: HOST, link: sampleLink("/eleve/probleme") })],
});
