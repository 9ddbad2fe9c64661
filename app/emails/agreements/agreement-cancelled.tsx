import type { Period } from "#app/domain/notifications/compose/period.ts";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import { toHost, toSchool } from "#app/emails/samples.ts";
import { AGREEMENT, HOST_AGREEMENT, SCHOOL_AGREEMENT } from "./agreement-samples.ts";
import { agreementSubject } from "./agreement-subject.ts";

type Reader = "host" | "school";

interface Props {
  reader: Reader;
  pupilFirstName: string;
  className: string;
  hostName: string;
  schoolName: string;
  period: Period;
  link: string;
}

const NEWS: Record<Reader, string> = {
  host: "Le stage n’aura pas lieu : sa convention est annulée. Il n’y a plus rien à remplir ni à signer.",
  school:
    "La structure d’accueil annule ce stage : sa convention est annulée. L’élève le sait, et peut chercher une autre place.",
};

const facts = ({ reader, pupilFirstName, className, hostName, schoolName, period }: Props): Fact[] => [
  ["Élève", reader === "school" ? `${pupilFirstName}, ${className}` : pupilFirstName],
  reader === "school" ? ["Structure d’accueil", hostName] : ["Lycée", schoolName],
  ["Dates", periodText(period)],
];

/** To the employers of the host, the office and the head: the pupil and the family have messages about the placement itself. */
export const agreementCancelled = defineEmail<Props>()({
  name: "agreement-cancelled",
  sentOn: ["agreement.cancelled"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) => agreementSubject(props, { staff: "Convention annulée", others: "convention annulée" }),
  title: () => "Une convention est annulée",
  preview: () => "Un stage n’aura pas lieu : sa convention est annulée.",
  action: ({ link }) => ({ label: "Voir la convention", link }),
  ...emailContent((props: Props) => [NEWS[props.reader]], facts),
  samples: [
    toHost({ ...AGREEMENT, reader: "host", link: HOST_AGREEMENT }),
    toSchool({ ...AGREEMENT, reader: "school", link: SCHOOL_AGREEMENT }),
  ],
});
