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
  `${pupilFirstName} (${className}) a écrit de nouveau dans sa demande d’aide.`;
const NEXT = "Ses mots se lisent dans votre espace, à la suite de ce qui a déjà été dit.";

/** To the adults who have read or answered the request, else to those who were told of it. */
export const helpContinued = defineEmail<Props>()({
  name: "help-continued",
  sentOn: ["help.continued"],
  topic: null,
  because: () => BECAUSE.school,
  subject: (props) => staffSubject("Suite d’une demande d’aide", props),
  title: () => "La suite d’une demande d’aide",
  preview: ({ className }) => `En ${className}, une demande d’aide a une suite.`,
  action: ({ link }) => ({ label: "Lire et répondre", link }),
  ...withOneTap<Props>((props) => [news(props), NEXT]),
  samples: [toSchool({ pupilFirstName: PUPIL, className: CLASS, link: HELP_PAGE, readLink: READ_LINK })],
});
