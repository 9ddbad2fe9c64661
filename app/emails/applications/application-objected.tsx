import { ofName } from "#app/kernel/text.ts";
import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import {
  CLASS,
  CLASS_PAGE,
  HOST,
  HOST_LIST,
  PUPIL,
  PUPIL_PAGE,
  TITLE,
  toHost,
  toPupil,
  toSchool,
} from "#app/emails/samples.ts";

type Reader = "pupil" | "host" | "school";

interface Props {
  reader: Reader;
  offerTitle: string;
  hostName: string;
  pupilFirstName: string;
  className: string;
  link: string;
}

const SUBJECTS: Record<Reader, (props: Props) => string> = {
  pupil: () => "Une de vos candidatures est retirée",
  host: ({ offerTitle }) => `Candidature retirée : ${offerTitle}`,
  school: (props) => staffSubject("Candidature retirée par la famille", props),
};

const TITLES: Record<Reader, string> = {
  pupil: "Une de vos candidatures est retirée",
  host: "Une candidature est retirée",
  school: "Une candidature retirée par la famille",
};

const PREVIEWS: Record<Reader, string> = {
  pupil: "Un de vos responsables légaux s’y est opposé. Parlez-en ensemble.",
  host: "La candidature est retirée. Vous n’avez rien à faire.",
  school: "Un responsable légal s’est opposé à une candidature.",
};

const NEWS: Record<Reader, (props: Props) => string> = {
  pupil: ({ hostName, offerTitle }) =>
    `Un de vos responsables légaux s’est opposé à votre candidature à l’offre « ${offerTitle} » (${hostName}). Elle est donc retirée.`,
  host: ({ pupilFirstName, offerTitle }) =>
    `La candidature ${ofName(pupilFirstName)} à votre offre « ${offerTitle} » est retirée.`,
  school: ({ pupilFirstName, className, hostName }) =>
    `Un responsable légal ${ofName(pupilFirstName)} (${className}) s’est opposé à sa candidature auprès ${ofName(hostName)}. Elle est retirée.`,
};

const NEXT: Record<Reader, string> = {
  pupil:
    "Parlez-en ensemble, et avec votre équipe enseignante si vous le souhaitez : une autre offre peut convenir à tout le monde. Votre lettre reste dans votre espace.",
  host: "Vous n’avez rien à faire. Si une place lui était réservée, elle est de nouveau proposée aux autres élèves. Merci du temps accordé à cette candidature.",
  school:
    "L’élève le sait. Un échange avec la famille peut aider à trouver un stage qui convienne à tout le monde.",
};

const LABELS: Record<Reader, string> = {
  pupil: "Voir cette candidature",
  host: "Voir mes candidatures",
  school: "Voir la classe",
};

const SAMPLE = { offerTitle: TITLE, hostName: HOST, pupilFirstName: PUPIL, className: CLASS };

/** To the pupil, the host and the teachers: a representative objected. Why the family did so is not the host's concern. */
export const applicationObjected = defineEmail<Props>()({
  name: "application-objected",
  sentOn: ["application.objected"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) => SUBJECTS[props.reader](props),
  title: ({ reader }) => TITLES[reader],
  preview: ({ reader }) => PREVIEWS[reader],
  action: ({ reader, link }) => ({ label: LABELS[reader], link }),
  ...emailContent((props: Props) => [NEWS[props.reader](props), NEXT[props.reader]]),
  samples: [
    toPupil({ ...SAMPLE, reader: "pupil", link: PUPIL_PAGE }),
    toHost({ ...SAMPLE, reader: "host", link: HOST_LIST }),
    toSchool({ ...SAMPLE, reader: "school", link: CLASS_PAGE }),
  ],
});
