import type { Period } from "#app/domain/notifications/compose/period.ts";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import { toHost, toPupil, toSchool } from "#app/emails/samples.ts";
import { AGREEMENT, HOST_AGREEMENT, PUPIL_PDF, SCHOOL_AGREEMENT } from "./agreement-samples.ts";
import { agreementSubject } from "./agreement-subject.ts";

type Reader = "pupil" | "host" | "school";

interface Props {
  reader: Reader;
  pupilFirstName: string;
  hostName: string;
  schoolName: string;
  period: Period;
  /** The agreement as a PDF. */
  link: string;
}

const NEWS: Record<Reader, string> = {
  pupil:
    "Votre convention est validée par le lycée. Elle se signe sur papier : votre lycée vous dira comment. Lisez-la avec vos responsables légaux : elle dit ce que vous ferez, où, quand, et ce qui est interdit.",
  host: "La convention est validée par le lycée. La signature en ligne n’est pas encore ouverte : imprimez-la, signez-la et renvoyez-la au lycée. Relisez-la une dernière fois : c’est cette version qui sera signée.",
  school:
    "La convention est validée par l’équipe enseignante. La signature en ligne n’est pas encore ouverte : imprimez-la et faites-la signer sur papier.",
};

const facts = ({ reader, pupilFirstName, hostName, schoolName, period }: Props): Fact[] => [
  ["Élève", reader === "pupil" ? null : pupilFirstName],
  [reader === "pupil" ? "Employeur" : "Structure d’accueil", reader === "host" ? null : hostName],
  ["Lycée", reader === "host" ? schoolName : null],
  ["Dates", periodText(period)],
];

/** To the pupil, the employers of the host and the head of the school. */
export const agreementValidated = defineEmail<Props>()({
  name: "agreement-validated",
  sentOn: ["agreement.validated"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) => agreementSubject(props, { staff: "Convention validée", others: "convention validée" }),
  title: () => "La convention est validée",
  preview: () => "Une convention est validée ; vous pouvez la lire en PDF.",
  action: ({ link }) => ({ label: "Lire la convention (PDF)", link }),
  ...emailContent((props: Props) => [NEWS[props.reader]], facts),
  samples: [
    toPupil({ ...AGREEMENT, reader: "pupil", link: PUPIL_PDF }),
    toHost({ ...AGREEMENT, reader: "host", link: `${HOST_AGREEMENT}/convention.pdf` }),
    toSchool({ ...AGREEMENT, reader: "school", link: `${SCHOOL_AGREEMENT}/convention.pdf` }),
  ],
});
