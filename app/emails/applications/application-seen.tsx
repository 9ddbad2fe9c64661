import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { BECAUSE, deadlineText, factLines } from "#app/emails/wording.ts";
import { ANSWER_BEFORE, OFFER, PUPIL_PAGE, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  answerBefore: Date;
  link: string;
}

const news = ({ hostName }: Props) => `${hostName} a ouvert votre candidature.`;

const NEXT =
  "Être lue ne veut pas encore dire être acceptée : en attendant la réponse, vous pouvez continuer à chercher et à candidater ailleurs.";

const facts = ({ offerTitle, answerBefore, ...props }: Props & Greeted): Fact[] => [
  ["Offre", offerTitle],
  ["Réponse au plus tard le", deadlineText(answerBefore, props)],
];

/** To the pupil whose application the host has opened. */
export const applicationSeen = defineEmail<Props>()({
  name: "application-seen",
  sentOn: ["application.seen"],
  topic: "follow",
  because: () => BECAUSE.pupil,
  subject: ({ hostName }) => `Candidature lue : ${hostName}`,
  title: () => "Votre candidature a été lue",
  preview: () => "L’employeur a ouvert votre candidature ; il doit encore y répondre.",
  action: ({ link }) => ({ label: "Suivre ma candidature", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), NEXT],
  samples: [toPupil({ ...OFFER, answerBefore: ANSWER_BEFORE, link: PUPIL_PAGE })],
});
