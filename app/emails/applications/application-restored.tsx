import type { Period } from "#app/domain/notifications/compose/period.ts";
import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, deadlineText, periodText } from "#app/emails/wording.ts";
import { ANSWER_BEFORE, HOST_PAGE, toHost } from "#app/emails/samples.ts";
import { CANDIDATE } from "./application-samples.ts";

interface Props {
  offerTitle: string;
  pupilFirstName: string;
  schoolTown: string | null;
  period: Period | null;
  answerBefore: Date;
  link: string;
}

const news = ({ pupilFirstName, offerTitle }: Props) =>
  `${pupilFirstName} avait retiré sa candidature à votre offre « ${offerTitle} », et souhaite finalement la maintenir. Elle attend de nouveau votre réponse.`;

const facts = ({ schoolTown, period, answerBefore, ...props }: Props & Greeted): Fact[] => [
  ["Ville du lycée", schoolTown],
  ["Dates demandées", period && periodText(period)],
  ["Merci de répondre au plus tard le", deadlineText(answerBefore, props)],
];

/** To each employer of the host: the pupil takes the withdrawal back. */
export const applicationRestored = defineEmail<Props>()({
  name: "application-restored",
  sentOn: ["application.restored"],
  topic: null,
  because: () => BECAUSE.host,
  subject: ({ offerTitle }) => `Candidature maintenue : ${offerTitle}`,
  title: () => "Une candidature est maintenue",
  preview: ({ offerTitle }) =>
    `Une candidature retirée de l’offre « ${offerTitle} » attend de nouveau votre réponse.`,
  action: ({ link }) => ({ label: "Lire et répondre", link }),
  ...emailContent((props: Props) => [news(props)], facts),
  samples: [toHost({ ...CANDIDATE, answerBefore: ANSWER_BEFORE, link: HOST_PAGE })],
});
