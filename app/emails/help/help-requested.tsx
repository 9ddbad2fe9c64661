import { defineEmail } from "#app/emails/email-template.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { CLASS, HELP_PAGE, PUPIL, READ_LINK, toSchool } from "#app/emails/samples.ts";
import { withOneTap } from "./one-tap.tsx";

interface Props {
  pupilFirstName: string;
  className: string;
  /** The pupil chose this reader, and nobody else. */
  forYouAlone: boolean;
  link: string;
  readLink: string | null;
}

const news = ({ pupilFirstName, className }: Props) =>
  `${pupilFirstName} (${className}) vient de demander l’aide d’un adulte du lycée depuis son espace.`;
const alone = ({ pupilFirstName }: Props) =>
  `${pupilFirstName} n’a écrit qu’à vous : le reste de l’équipe ne voit pas cette demande.`;
const NEXT =
  "Ses mots ne sont pas dans ce message : ils se lisent dans votre espace. Le bouton « J’ai lu » rassure déjà : l’élève voit qui a lu, et quand. Sans lecture d’ici un jour de classe, une autre personne du lycée est prévenue. En cas de danger, appelez le 17 ou le 119.";

/** To the teachers of the class, else to the office, or to the one person that the pupil chose: what was written stays in the service. */
export const helpRequested = defineEmail<Props>()({
  name: "help-requested",
  sentOn: ["help.requested"],
  topic: null,
  because: () => BECAUSE.school,
  subject: (props) => staffSubject("Demande d’aide", props),
  title: () => "Une demande d’aide",
  preview: ({ className }) => `En ${className}, quelqu’un demande l’aide d’un adulte du lycée.`,
  action: ({ link }) => ({ label: "Lire la demande", link }),
  ...withOneTap<Props>((props) => [news(props), ...(props.forYouAlone ? [alone(props)] : []), NEXT]),
  samples: [
    toSchool({
      pupilFirstName: PUPIL,
      className: CLASS,
      forYouAlone: false,
      link: HELP_PAGE,
      readLink: READ_LINK,
    }),
    toSchool({
      pupilFirstName: PUPIL,
      className: CLASS,
      forYouAlone: true,
      link: HELP_PAGE,
      readLink: READ_LINK,
    }),
  ],
});
