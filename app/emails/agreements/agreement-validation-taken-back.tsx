import type { Period } from "#app/domain/notifications/compose/period.ts";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import { toHost, toPupil, toSchool } from "#app/emails/samples.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { AGREEMENT, HOST_AGREEMENT, PUPIL_AGREEMENT, SCHOOL_AGREEMENT } from "./agreement-samples.ts";

type Reader = "pupil" | "host" | "school";

interface Props {
  reader: Reader;
  pupilFirstName: string;
  hostName: string;
  schoolName: string;
  period: Period;
  link: string;
}

const NEWS: Record<Reader, string> = {
  pupil:
    "L’équipe enseignante a annulé la validation de votre convention\u00a0: elle la relit encore. Ne faites pas signer la version reçue\u00a0; un message vous préviendra quand elle sera validée.",
  host: "L’équipe enseignante a annulé la validation de la convention\u00a0: elle la relit encore. Ne signez pas la version reçue\u00a0; un message vous préviendra quand elle sera validée.",
  school:
    "L’équipe enseignante a annulé la validation de la convention\u00a0: elle la relit encore. Ne signez pas la version reçue.",
};

const facts = ({ reader, pupilFirstName, hostName, schoolName, period }: Props): Fact[] => [
  ["Élève", reader === "pupil" ? null : pupilFirstName],
  [reader === "pupil" ? "Employeur" : "Structure d’accueil", reader === "host" ? null : hostName],
  ["Lycée", reader === "host" ? schoolName : null],
  ["Dates", periodText(period)],
];

/** To those who have just been told that an agreement is ready to sign: it is not yet. */
export const agreementValidationTakenBack = defineEmail<Props>()({
  name: "agreement-validation-taken-back",
  sentOn: ["agreement.validation_taken_back"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) =>
    props.reader === "school"
      ? staffSubject("Validation annulée", props)
      : "Convention de stage : validation annulée, ne signez pas encore",
  title: () => "La convention n’est pas encore prête à signer",
  preview: () => "La validation d’une convention est annulée ; elle est relue encore une fois.",
  action: ({ link }) => ({ label: "Voir la convention", link }),
  ...emailContent((props: Props) => [NEWS[props.reader]], facts),
  samples: [
    toPupil({ ...AGREEMENT, reader: "pupil", link: PUPIL_AGREEMENT }),
    toHost({ ...AGREEMENT, reader: "host", link: HOST_AGREEMENT }),
    toSchool({ ...AGREEMENT, reader: "school", link: SCHOOL_AGREEMENT }),
  ],
});
