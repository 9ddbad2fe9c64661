import type { Period } from "#app/domain/notifications/compose/period.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { deadlineText, periodText } from "#app/emails/wording.ts";
import { ANSWER_BEFORE, HOST, PERIOD, PUPIL, sampleLink, toNewcomer } from "#app/emails/samples.ts";
import { ofName } from "#app/kernel/text.ts";

interface Props {
  pupilFirstName: string;
  schoolName: string;
  hostName: string;
  period: Period;
  answerBefore: Date;
  link: string;
}

const news = ({ pupilFirstName, schoolName }: Props) =>
  `${pupilFirstName}, élève de seconde, dit avoir trouvé un stage d’observation chez vous. Établissement : ${schoolName}. Est-ce bien le cas ?`;
const NEXT =
  "Sur la page de ce lien, lisez ce à quoi vous vous engagez, indiquez les horaires, l’adresse et la personne qui accompagnera l’élève, puis confirmez. Aucun compte n’est nécessaire. Vous pouvez aussi refuser.";
const STRANGE =
  "Vous ne connaissez pas cette demande ? Refusez-la sur la même page : personne ne vous écrira plus à ce sujet.";

/** A host is asked to confirm what a pupil has found. */
export const foundAskedEmail = defineEmail<Props>()({
  name: "found-asked",
  sentOn: ["found.asked"],
  topic: null,
  because: () => "Vous recevez ce message parce que votre adresse a été donnée pour un stage de seconde.",
  subject: ({ pupilFirstName }) => `Le stage ${ofName(pupilFirstName)} chez vous : à confirmer`,
  title: () => "Un stage de seconde à confirmer",
  preview: () => "Quelques minutes suffisent, sans compte.",
  action: ({ link }) => ({ label: "Répondre", link }),
  ...emailContent(
    (props: Props) => [news(props), NEXT, STRANGE],
    ({ hostName, period, answerBefore, timeZone }) => [
      ["Structure d’accueil", hostName],
      ["Dates du stage", periodText(period)],
      ["Répondez au plus tard le", deadlineText(answerBefore, { timeZone })],
    ],
  ),
  samples: [
    toNewcomer({
      pupilFirstName: PUPIL,
      schoolName: "Lycée Victor et Hélène Basch",
      hostName: HOST,
      period: PERIOD,
      answerBefore: ANSWER_BEFORE,
      link: sampleLink("/stage-trouve/AZjA3kV0mWq7b2x9"),
    }),
  ],
});
