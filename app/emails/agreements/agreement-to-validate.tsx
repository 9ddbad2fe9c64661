import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import type { EmailTemplate, Fact } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, periodText } from "#app/emails/wording.ts";

interface Props {
  pupilFirstName: string;
  className: string;
  hostName: string;
  period: Period;
  link: string;
}

const TASK =
  "Les deux parties ont rempli leur part. Il vous revient de relire les activités, les dates et les horaires, puis de valider la convention ou de demander une modification.";

const facts = ({ pupilFirstName, className, hostName, period }: Props): Fact[] => [
  ["Élève", `${pupilFirstName}, ${className}`],
  ["Structure d’accueil", hostName],
  ["Dates", periodText(period)],
];

/** To the form and referent teachers of the class. */
export const agreementToValidate: EmailTemplate<Props> = {
  name: "agreement-to-validate",
  topic: null,
  because: () => BECAUSE.school,
  subject: ({ className }) => `Convention à valider (${className})`,
  title: () => "Une convention à valider",
  preview: ({ className }) => `Activités, dates et horaires d’une convention de ${className} sont à relire.`,
  action: ({ link }) => ({ label: "Relire la convention", link }),
  ...emailContent(() => [TASK], facts),
};
