import type { Period } from "#app/domain/notifications/compose/period.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import {
  GUARDIAN_PAGE,
  HOST,
  PERIOD,
  PUPIL,
  sampleLink,
  toGuardian,
  toPupil,
  toSchool,
} from "#app/emails/samples.ts";

interface Props {
  reader: "pupil" | "school" | "guardian";
  pupilFirstName: string;
  hostName: string;
  period: Period;
  link: string;
}

const news = ({ reader, pupilFirstName }: Props) =>
  reader === "pupil"
    ? "La structure que vous avez trouvée a confirmé votre stage."
    : `La structure que ${pupilFirstName} a trouvée a confirmé le stage.`;
const NEXT = {
  pupil: "Sa convention est créée : elle sera relue par l’équipe enseignante, puis signée.",
  guardian:
    "La convention est créée : l’équipe enseignante la relit, puis le lycée vous la donnera à signer.",
  school: "La convention est créée : elle suit le même chemin que les autres.",
};

/** To the pupil, the family and whoever follows the class: the host has said yes. */
export const foundConfirmedEmail = defineEmail<Props>()({
  name: "found-confirmed",
  sentOn: ["found.confirmed"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: ({ reader, pupilFirstName, hostName }) =>
    reader === "school"
      ? staffSubject("Stage trouvé ailleurs, confirmé", { pupilFirstName, hostName })
      : "Le stage est confirmé",
  title: () => "Le stage est confirmé",
  preview: () => "La structure a dit oui.",
  action: ({ reader, link }) => ({
    label: reader === "guardian" ? "Suivre le stage" : "Voir la convention",
    link,
  }),
  sms: ({ link }) => `Stage de seconde : le stage est confirmé. ${link}`,
  ...emailContent(
    (props: Props) => [news(props), NEXT[props.reader]],
    ({ hostName, period }: Props) => [
      ["Structure d’accueil", hostName],
      ["Dates du stage", periodText(period)],
    ],
  ),
  samples: [
    toPupil({
      reader: "pupil",
      pupilFirstName: PUPIL,
      hostName: HOST,
      period: PERIOD,
      link: sampleLink("/eleve/conventions/0198c0de"),
    }),
    toSchool({
      reader: "school",
      pupilFirstName: PUPIL,
      hostName: HOST,
      period: PERIOD,
      link: sampleLink("/etablissement/conventions/0198c0de"),
    }),
    toGuardian({
      reader: "guardian",
      pupilFirstName: PUPIL,
      hostName: HOST,
      period: PERIOD,
      link: GUARDIAN_PAGE,
    }),
  ],
});
