import type { Period } from "#app/domain/notifications/compose/period.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, factLines, periodText } from "#app/emails/wording.ts";
import { GUARDIAN_PAGE, toGuardian, toHost, toPupil, toSchool } from "#app/emails/samples.ts";
import { AGREEMENT, HOST_AGREEMENT, PUPIL_PDF, SCHOOL_AGREEMENT } from "./agreement-samples.ts";
import { agreementSubject } from "./agreement-subject.ts";

type Reader = "pupil" | "host" | "school" | "guardian";

interface Props {
  reader: Reader;
  pupilFirstName: string;
  className: string;
  hostName: string;
  schoolName: string;
  period: Period;
  /** The agreement as a PDF; for a representative, the follow-up page. */
  link: string;
}

const NEWS = "Tout le monde a signé la convention de stage : elle est prête, il n’y a plus rien à faire.";

const NEXT: Record<Reader, string> = {
  pupil:
    "Gardez-la à portée de main : elle dit vos horaires, vos activités et qui appeler. Vous recevrez une fiche pratique une semaine avant le premier jour.",
  host: "Gardez-en une copie. Un peu avant l’arrivée de l’élève, relisez-la avec la personne qui l’accompagnera.",
  school: "Le document est conservé et restera identique à chaque téléchargement.",
  guardian: "Votre page de suivi garde le résumé du stage : lieu, dates et horaires.",
};

const facts = ({ reader, pupilFirstName, className, hostName, schoolName, period }: Props): Fact[] => [
  [
    "Élève",
    {
      pupil: null,
      host: pupilFirstName,
      school: `${pupilFirstName}, ${className}`,
      guardian: pupilFirstName,
    }[reader],
  ],
  [reader === "pupil" ? "Employeur" : "Structure d’accueil", reader === "host" ? null : hostName],
  ["Lycée", reader === "host" ? schoolName : null],
  ["Dates", periodText(period)],
];

/** To everyone concerned, once the last signature is given. */
export const agreementSigned = defineEmail<Props>()({
  name: "agreement-signed",
  sentOn: ["agreement.signed"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) => agreementSubject(props, { staff: "Convention signée", others: "convention signée" }),
  title: () => "La convention est signée",
  preview: () => "Tout le monde a signé la convention de stage.",
  action: ({ reader, link }) => ({
    label: reader === "guardian" ? "Voir le résumé du stage" : "Télécharger la convention (PDF)",
    link,
  }),
  sms: ({ link }) =>
    `Stage de seconde : la convention est signée par tout le monde. Résumé du stage : ${link}`,
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT[props.reader]}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), NEXT[props.reader]],
  samples: [
    toPupil({ ...AGREEMENT, reader: "pupil", link: PUPIL_PDF }),
    toHost({ ...AGREEMENT, reader: "host", link: `${HOST_AGREEMENT}/convention.pdf` }),
    toSchool({ ...AGREEMENT, reader: "school", link: `${SCHOOL_AGREEMENT}/convention.pdf` }),
    toGuardian({ ...AGREEMENT, reader: "guardian", link: GUARDIAN_PAGE }),
  ],
});
