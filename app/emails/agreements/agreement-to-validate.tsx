import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Period } from "#app/domain/notifications/compose/period.ts";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import { toSchool } from "#app/emails/samples.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { AGREEMENT, SCHOOL_AGREEMENT } from "./agreement-samples.ts";

interface Props {
  pupilFirstName: string;
  className: string;
  hostName: string;
  period: Period;
  /** The first day of the stay, unless it has come. */
  dueBefore: CalendarDate | null;
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
  subject: (props) => staffSubject("À valider", props, props.dueBefore),
  title: () => "Une convention à valider",
  preview: ({ className }) => `Activités, dates et horaires d’une convention de ${className} sont à relire.`,
  action: ({ link }) => ({ label: "Relire la convention", link }),
  ...emailContent(() => [TASK], facts),
  samples: [toSchool({ ...AGREEMENT, link: SCHOOL_AGREEMENT })],
});
