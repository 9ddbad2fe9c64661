import { ofName } from "#app/kernel/text.ts";
import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE } from "#app/emails/wording.ts";
import { GUARDIAN_PAGE, PUPIL, toGuardian } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  /** The follow-up page of this representative. */
  link: string;
}

const news = ({ pupilFirstName }: Props) =>
  `Voici le lien de votre page de suivi : elle montre où en est la recherche de stage ${ofName(pupilFirstName)}, et ce que vous pouvez faire.`;
const NEXT =
  "Ce lien vous est personnel : gardez ce message, et ne le transmettez qu’à une personne de confiance. S’il s’est perdu, le lycée peut vous en envoyer un nouveau.";

/** To a representative for whom the school asks the follow-up link. */
export const guardianLink = defineEmail<Props>()({
  name: "guardian-link",
  sentOn: ["guardian.link_requested"],
  topic: null,
  because: () => BECAUSE.guardian,
  subject: () => "Stage de seconde : votre lien de suivi",
  title: () => "Votre page de suivi",
  preview: () => "Le lien pour suivre la recherche de stage, sans compte.",
  action: ({ link }) => ({ label: "Ouvrir la page de suivi", link }),
  sms: ({ link }) => `Stage de seconde : votre page de suivi, sans compte, à garder pour vous : ${link}`,
  ...emailContent((props: Props) => [news(props), NEXT]),
  samples: [toGuardian({ pupilFirstName: PUPIL, link: GUARDIAN_PAGE })],
});
