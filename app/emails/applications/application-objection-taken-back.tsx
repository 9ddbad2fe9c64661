import { ofName } from "#app/kernel/text.ts";
import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import {
  CLASS,
  CLASS_PAGE,
  HOST,
  HOST_PAGE,
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
  /** The host had said yes: the place is kept again. */
  accepted: boolean;
  link: string;
}

const SUBJECTS: Record<Reader, (props: Props) => string> = {
  pupil: ({ hostName }) => `Votre candidature continue : ${hostName}`,
  host: ({ offerTitle }) => `Candidature maintenue : ${offerTitle}`,
  school: (props) => staffSubject("Opposition de la famille annulée", props),
};

const TITLES: Record<Reader, string> = {
  pupil: "Votre candidature continue",
  host: "Une candidature est maintenue",
  school: "Une opposition de la famille est annulée",
};

const PREVIEWS: Record<Reader, string> = {
  pupil: "Votre responsable légal est revenu sur son opposition.",
  host: "La candidature qui venait d’être retirée est maintenue.",
  school: "Un responsable légal est revenu sur son opposition.",
};

const NEWS: Record<Reader, (props: Props) => string> = {
  pupil: ({ hostName, offerTitle }) =>
    `Votre responsable légal est revenu sur son opposition\u00a0: votre candidature à l’offre « ${offerTitle} » (${hostName}) continue.`,
  host: ({ pupilFirstName, offerTitle }) =>
    `La candidature ${ofName(pupilFirstName)} à votre offre « ${offerTitle} », qui venait d’être retirée, est maintenue.`,
  school: ({ pupilFirstName, className, hostName }) =>
    `Le responsable légal ${ofName(pupilFirstName)} (${className}) qui s’opposait à sa candidature auprès ${ofName(hostName)} est revenu sur son opposition. La candidature continue.`,
};

const NEXT: Record<Reader, (accepted: boolean) => string> = {
  pupil: (accepted) =>
    accepted
      ? "La place vous est de nouveau gardée : il vous reste à la confirmer."
      : "Elle attend de nouveau la réponse de l’employeur. Vous n’avez rien à refaire.",
  host: (accepted) =>
    accepted
      ? "La place que vous lui aviez donnée lui est de nouveau réservée, jusqu’à sa confirmation."
      : "Elle attend de nouveau votre réponse.",
  school: () => "Vous n’avez rien à faire.",
};

const LABELS: Record<Reader, string> = {
  pupil: "Voir cette candidature",
  host: "Voir cette candidature",
  school: "Voir la classe",
};

const SAMPLE = { offerTitle: TITLE, hostName: HOST, pupilFirstName: PUPIL, className: CLASS };

/** To those who were told of an objection: the representative took it back. */
export const applicationObjectionTakenBack = defineEmail<Props>()({
  name: "application-objection-taken-back",
  sentOn: ["application.objection_taken_back"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) => SUBJECTS[props.reader](props),
  title: ({ reader }) => TITLES[reader],
  preview: ({ reader }) => PREVIEWS[reader],
  action: ({ reader, link }) => ({ label: LABELS[reader], link }),
  ...emailContent((props: Props) => [NEWS[props.reader](props), NEXT[props.reader](props.accepted)]),
  samples: [
    toPupil({ ...SAMPLE, reader: "pupil", accepted: true, link: PUPIL_PAGE }),
    toHost({ ...SAMPLE, reader: "host", accepted: false, link: HOST_PAGE }),
    toSchool({ ...SAMPLE, reader: "school", accepted: false, link: CLASS_PAGE }),
  ],
});
