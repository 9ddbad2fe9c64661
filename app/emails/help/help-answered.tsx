import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { sampleLink, toPupil } from "#app/emails/samples.ts";

interface Props {
  link: string;
}

const NEWS = "Une personne de votre lycée vous a répondu.";
const NEXT =
  "Par discrétion, sa réponse n’est pas dans ce message : elle se lit dans votre espace, où vous pouvez lui écrire à votre tour.";

/** To the pupil: neither what they asked for nor what was answered is told outside the service. */
export const helpAnswered = defineEmail<Props>()({
  name: "help-answered",
  sentOn: ["help.answered"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: () => "Stage de seconde : un message de votre lycée",
  title: () => "Un message de votre lycée",
  preview: () => "Il se lit dans votre espace.",
  action: ({ link }) => ({ label: "Lire le message", link }),
  ...emailContent(() => [NEWS, NEXT]),
  samples: [toPupil({ link: sampleLink("/eleve/probleme/0198c1a6") })],
});
