import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";

import type { EmailTemplate, Fact } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, periodText } from "#app/emails/wording.ts";

type Reader = "school" | "guardian";

interface Props {
  reader: Reader;
  pupilFirstName: string;
  className: string;
  hostName: string;
  period: Period | null;
  link: string;
}

const facts = ({ reader, pupilFirstName, className, hostName, period }: Props): Fact[] => [
  ["Élève", reader === "school" ? `${pupilFirstName}, ${className}` : pupilFirstName],
  ["Structure d’accueil", hostName],
  ["Dates du stage", period && periodText(period)],
];

const label = { school: "Voir la classe", guardian: "Voir le suivi" };

const ABSENCE: Record<Reader, string> = {
  school:
    "La structure d’accueil signale que l’élève n’est pas sur le lieu du stage. Merci de joindre la famille, puis la structure.",
  guardian:
    "La structure d’accueil signale que votre enfant n’est pas sur le lieu du stage. Si vous connaissez la raison, dites-le au lycée. Sinon, essayez de joindre votre enfant sans attendre.",
};

/** To the head, the office, the teachers and the representatives, at once. */
export const placementAbsence: EmailTemplate<Props> = {
  name: "placement-absence",
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: () => "Stage de seconde : une absence est signalée",
  title: () => "Une absence est signalée",
  preview: () => "La structure d’accueil signale que l’élève n’est pas sur le lieu du stage.",
  action: ({ reader, link }) => ({ label: label[reader], link }),
  sms: ({ link }) =>
    `Stage de seconde : une absence est signalée sur le lieu du stage. Joignez votre enfant, puis le lycée. Suivi : ${link}`,
  ...emailContent((props: Props) => [ABSENCE[props.reader]], facts),
};

const ACCIDENT: Record<Reader, string> = {
  school:
    "La structure d’accueil signale un accident pendant le stage. Merci de l’appeler, puis de joindre la famille. La déclaration doit être faite le jour même.",
  guardian:
    "La structure d’accueil signale un accident pendant le stage. Nous n’en savons pas plus par ce message : appelez le lycée, qui est prévenu en même temps que vous, ou la structure d’accueil.",
};

/** To the head, the office, the teachers and the representatives, at once: what happened is said by voice, not by mail. */
export const placementAccident: EmailTemplate<Props> = {
  name: "placement-accident",
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: () => "Stage de seconde : un accident est signalé",
  title: () => "Un accident est signalé",
  preview: () => "La structure d’accueil signale un accident pendant le stage.",
  action: ({ reader, link }) => ({ label: label[reader], link }),
  sms: ({ link }) =>
    `Stage de seconde : un accident est signalé pendant le stage. Appelez le lycée, qui est prévenu. Suivi : ${link}`,
  ...emailContent((props: Props) => [ACCIDENT[props.reader]], facts),
};
