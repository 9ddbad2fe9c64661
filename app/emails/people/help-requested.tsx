import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE } from "#app/emails/wording.ts";
import { CLASS, CLASS_PAGE, PUPIL, toSchool } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  className: string;
  link: string;
}

const news = ({ pupilFirstName, className }: Props) =>
  `${pupilFirstName} (${className}) vient de demander l’aide d’un adulte du lycée depuis son espace.`;
const NEXT =
  "Ses mots ne sont pas dans ce message : ils se lisent dans votre espace. Le bouton « J’ai lu » rassure déjà : l’élève voit qui a lu, et quand. En cas de danger, appelez le 17 ou le 119.";

/** To the teachers of the class, else to the office: what the pupil wrote stays in the service. */
export const helpRequested = defineEmail<Props>()({
  name: "help-requested",
  sentOn: ["help.requested"],
  topic: null,
  because: () => BECAUSE.school,
  subject: ({ className }) => `Demande d’aide d’un ou une élève (${className})`,
  title: () => "Une demande d’aide",
  preview: ({ className }) => `En ${className}, quelqu’un demande l’aide d’un adulte du lycée.`,
  action: ({ link }) => ({ label: "Lire la demande", link }),
  ...emailContent((props: Props) => [news(props), NEXT]),
  samples: [toSchool({ pupilFirstName: PUPIL, className: CLASS, link: CLASS_PAGE })],
});
