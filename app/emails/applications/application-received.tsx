import type { Period } from "#app/domain/notifications/compose/period.ts";
import { ofName } from "#app/kernel/text.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { BECAUSE, deadlineText, factLines, periodText } from "#app/emails/wording.ts";
import { ANSWER_BEFORE, HOST_PAGE, toHost } from "#app/emails/samples.ts";
import { CANDIDATE } from "./application-samples.ts";

interface Props {
  offerTitle: string;
  pupilFirstName: string;
  schoolTown: string | null;
  period: Period | null;
  answerBefore: Date;
  /** From another offer of the same host. */
  passedOn: boolean;
  link: string;
}

const news = ({ pupilFirstName, offerTitle, passedOn }: Props) =>
  passedOn
    ? `La candidature ${ofName(pupilFirstName)} est transmise à votre offre « ${offerTitle} » depuis une autre offre de votre structure. L’élève le sait et attend votre réponse.`
    : `${pupilFirstName} aimerait découvrir votre métier et vient de répondre à votre offre « ${offerTitle} ».`;

const WHY = "Une réponse, même négative, aide beaucoup : elle permet de chercher ailleurs à temps.";

const facts = ({ schoolTown, period, ...props }: Props & Greeted): Fact[] => [
  ["Niveau", "Seconde"],
  ["Ville du lycée", schoolTown],
  ["Dates demandées", period && periodText(period)],
  ["Merci de répondre au plus tard le", deadlineText(props.answerBefore, props)],
];

/** To each employer of the host: first name, class level and town of the school, nothing more. */
export const applicationReceived = defineEmail<Props>()({
  name: "application-received",
  sentOn: ["application.submitted", "application.transferred"],
  topic: null,
  because: () => BECAUSE.host,
  subject: ({ offerTitle, passedOn }) =>
    `${passedOn ? "Candidature transmise" : "Nouvelle candidature"} : ${offerTitle}`,
  title: ({ passedOn }) => (passedOn ? "Une candidature vous est transmise" : "Une nouvelle candidature"),
  preview: ({ offerTitle, passedOn }) =>
    passedOn
      ? `Une candidature est transmise à votre offre « ${offerTitle} ».`
      : `Un ou une élève de seconde a répondu à votre offre « ${offerTitle} ».`,
  action: ({ link }) => ({ label: "Lire et répondre", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{WHY}</Paragraph>
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), WHY],
  samples: [
    toHost({ ...CANDIDATE, answerBefore: ANSWER_BEFORE, passedOn: false, link: HOST_PAGE }),
    toHost({ ...CANDIDATE, answerBefore: ANSWER_BEFORE, passedOn: true, link: HOST_PAGE }),
  ],
});
