import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, deadlineText } from "#app/emails/wording.ts";
import { ANSWER_BEFORE, HOST, PUPIL_PAGE, TITLE, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  answerBefore: Date;
  link: string;
}

const news = ({ hostName, offerTitle }: Props) =>
  `${hostName} a annulé son refus\u00a0: votre candidature à l’offre « ${offerTitle} » attend de nouveau sa réponse. Vous n’avez rien à refaire.`;

const facts = ({ answerBefore, ...props }: Props & Greeted): Fact[] => [
  ["Réponse attendue au plus tard le", deadlineText(answerBefore, props)],
];

/** To the pupil who has just been told of a refusal: it was taken back. */
export const applicationDeclineTakenBack = defineEmail<Props>()({
  name: "application-decline-taken-back",
  sentOn: ["application.decline_taken_back"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ hostName }) => `${hostName} a annulé son refus`,
  title: () => "Votre candidature attend de nouveau une réponse",
  preview: ({ offerTitle }) => `Le refus pour l’offre « ${offerTitle} » est annulé.`,
  action: ({ link }) => ({ label: "Voir ma candidature", link }),
  ...emailContent((props: Props) => [news(props)], facts),
  samples: [toPupil({ offerTitle: TITLE, hostName: HOST, answerBefore: ANSWER_BEFORE, link: PUPIL_PAGE })],
});
