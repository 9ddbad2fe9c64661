import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Period } from "#app/domain/notifications/compose/period.ts";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import { GUARDIAN_PAGE, toGuardian, toHost, toSchool } from "#app/emails/samples.ts";
import { AGREEMENT, HOST_AGREEMENT, SCHOOL_AGREEMENT } from "./agreement-samples.ts";
import { agreementSubject } from "./agreement-subject.ts";

type Reader = "host" | "school" | "guardian";

interface Props {
  reader: Reader;
  pupilFirstName: string;
  className: string;
  hostName: string;
  schoolName: string;
  period: Period;
  /** The first day of the stay, unless it has come. */
  dueBefore: CalendarDate | null;
  link: string;
}

const TASK: Record<Reader, string> = {
  host: "L’équipe enseignante a validé la convention : elle attend votre signature. Relisez les activités, les dates et les horaires avant de signer.",
  school: "L’équipe enseignante a validé cette convention : elle attend la signature de la direction.",
  guardian:
    "Le lycée a validé la convention de stage : elle attend votre signature. Elle dit où, quand et dans quelles conditions se passera le stage ; deux minutes suffisent pour la lire. La signature d’un seul responsable légal suffit.",
};

const facts = ({ reader, pupilFirstName, className, hostName, schoolName, period }: Props): Fact[] => [
  ["Élève", reader === "school" ? `${pupilFirstName}, ${className}` : pupilFirstName],
  ["Structure d’accueil", reader === "host" ? null : hostName],
  ["Lycée", reader === "host" ? schoolName : null],
  ["Dates", periodText(period)],
];

/** To each of those who sign. */
export const agreementToSign = defineEmail<Props>()({
  name: "agreement-to-sign",
  sentOn: ["agreement.to_sign"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) =>
    agreementSubject(props, { staff: "À signer", others: "convention à signer", dueBefore: props.dueBefore }),
  title: () => "Une convention à signer",
  preview: () => "Une convention de stage est validée et attend votre signature.",
  action: ({ link }) => ({ label: "Lire et signer la convention", link }),
  sms: ({ link }) =>
    `Stage de seconde : une convention attend votre signature. Pour la lire, sans compte : ${link}`,
  ...emailContent((props: Props) => [TASK[props.reader]], facts),
  samples: [
    toHost({ ...AGREEMENT, reader: "host", link: HOST_AGREEMENT }),
    toSchool({ ...AGREEMENT, reader: "school", link: SCHOOL_AGREEMENT }),
    toGuardian({ ...AGREEMENT, reader: "guardian", link: GUARDIAN_PAGE }),
  ],
});
