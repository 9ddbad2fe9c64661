import type { Period } from "#app/domain/notifications/compose/period.ts";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import { toSchool } from "#app/emails/samples.ts";
import { AGREEMENT, SCHOOL_AGREEMENT } from "./agreement-samples.ts";
import { agreementSubject } from "./agreement-subject.ts";

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
export const agreementToValidate = defineEmail<Props>()({
  name: "agreement-to-validate",
  sentOn: ["agreement.completed"],
  topic: null,
  because: () => BECAUSE.school,
  subject: (props) => agreementSubject({ ...props, reader: "school" }, "convention à valider"),
  title: () => "Une convention à valider",
  preview: ({ className }) => `Activités, dates et horaires d’une convention de ${className} sont à relire.`,
  action: ({ link }) => ({ label: "Relire la convention", link }),
  ...emailContent(() => [TASK], facts),
  samples: [toSchool({ ...AGREEMENT, link: SCHOOL_AGREEMENT })],
});
