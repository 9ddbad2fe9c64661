import type { Period } from "#app/domain/notifications/compose/period.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { BECAUSE, deadlineText, factLines, periodText } from "#app/emails/wording.ts";
import { ANSWER_BEFORE, HOST_PAGE, toHost } from "#app/emails/samples.ts";
import { CANDIDATE } from "./application-samples.ts";

interface Props {
  /** How long the application has waited. */
  day: 4 | 8;
  offerTitle: string;
  pupilFirstName: string;
  period: Period | null;
  answerBefore: Date;
  link: string;
}

const news = ({ pupilFirstName, offerTitle, day }: Props) =>
  `${pupilFirstName} attend depuis ${day} jours votre réponse à sa candidature pour l’offre « ${offerTitle} ».`;

const WHY = {
  4: "Accepter ou refuser se fait en une minute. Une réponse, même négative, aide beaucoup : elle permet de chercher ailleurs à temps.",
  8: "C’est notre dernier rappel. Passé cette date, la candidature sera libérée, et votre structure sera moins souvent proposée aux élèves si ses candidatures restent sans réponse.",
};

const facts = ({ period, answerBefore, ...props }: Props & Greeted): Fact[] => [
  ["Dates demandées", period && periodText(period)],
  ["Merci de répondre au plus tard le", deadlineText(answerBefore, props)],
];

/** To each employer of the host, after four and eight days of silence. */
export const applicationAnswerReminder = defineEmail<Props>()({
  name: "application-answer-reminder",
  sentOn: ["application.answer_reminder"],
  topic: "reminders",
  because: () => BECAUSE.host,
  subject: ({ day, offerTitle }) =>
    day === 8 ? `Dernier rappel : ${offerTitle}` : `Réponse attendue pour « ${offerTitle} »`,
  title: ({ day }) => (day === 8 ? "Dernier rappel : une réponse est attendue" : "Une réponse est attendue"),
  preview: ({ day, offerTitle }) => `Une candidature à l’offre « ${offerTitle} » attend depuis ${day} jours.`,
  action: ({ link }) => ({ label: "Lire et répondre", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{WHY[props.day]}</Paragraph>
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), WHY[props.day]],
  samples: [
    toHost({ ...CANDIDATE, day: 4, answerBefore: ANSWER_BEFORE, link: HOST_PAGE }),
    toHost({ ...CANDIDATE, day: 8, answerBefore: ANSWER_BEFORE, link: HOST_PAGE }),
  ],
});
