import { defineEmail } from "#app/emails/email-template.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { CLASS, HELP_PAGE, PUPIL, READ_LINK, toSchool } from "#app/emails/samples.ts";
import { withOneTap } from "./one-tap.tsx";

interface Props {
  pupilFirstName: string;
  className: string;
  link: string;
  readLink: string | null;
}

const news = ({ pupilFirstName, className }: Props) =>
  `${pupilFirstName} (${className}) a demandé l’aide d’un adulte du lycée. Un jour de classe a passé et personne n’a encore lu sa demande.`;
const NEXT =
  "Nous vous prévenons pour que cette demande ne reste pas sans réponse. Le bouton « J’ai lu » rassure déjà : l’élève voit qui a lu, et quand. En cas de danger, appelez le 17 ou le 119.";

/** To a second adult, when those who were told first have not read: the head, else the office, else the teachers. */
export const helpSecondTold = defineEmail<Props>()({
  name: "help-second-told",
  sentOn: ["help.second_told"],
  topic: null,
  because: () => BECAUSE.school,
  subject: (props) => staffSubject("Demande d’aide non lue depuis un jour de classe", props),
  title: () => "Une demande d’aide que personne n’a lue",
  preview: ({ className }) => `En ${className}, une demande d’aide n’a pas été lue depuis un jour de classe.`,
  action: ({ link }) => ({ label: "Lire la demande", link }),
  ...withOneTap<Props>((props) => [news(props), NEXT]),
  samples: [toSchool({ pupilFirstName: PUPIL, className: CLASS, link: HELP_PAGE, readLink: READ_LINK })],
});
