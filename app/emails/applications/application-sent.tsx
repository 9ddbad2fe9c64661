import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { BECAUSE, deadlineText, factLines } from "#app/emails/wording.ts";
import { ANSWER_BEFORE, OFFER, PUPIL_PAGE, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  town: string;
  /** Empty when the host answered before this e-mail was written. */
  answerBefore: Date | null;
  link: string;
}

const NEWS = "Bravo, c’est fait : l’employeur a reçu votre candidature.";
const NEXT =
  "Sans réponse ce jour-là, elle s’arrêtera d’elle-même et vous pourrez en envoyer une autre. D’ici là, vous pouvez candidater à d’autres offres.";

const facts = ({ offerTitle, hostName, town, answerBefore, ...props }: Props & Greeted): Fact[] => [
  ["Offre", offerTitle],
  ["Employeur", `${hostName}, ${town}`],
  ["Réponse au plus tard le", answerBefore && deadlineText(answerBefore, props)],
];

/** To the pupil who applied. */
export const applicationSent = defineEmail<Props>()({
  name: "application-sent",
  sentOn: ["application.submitted"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ hostName }) => `Candidature envoyée : ${hostName}`,
  title: () => "Votre candidature est envoyée",
  preview: () => "L’employeur a reçu votre candidature.",
  action: ({ link }) => ({ label: "Suivre ma candidature", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      {props.answerBefore ? <Paragraph>{NEXT}</Paragraph> : null}
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), props.answerBefore && NEXT],
  samples: [toPupil({ ...OFFER, answerBefore: ANSWER_BEFORE, link: PUPIL_PAGE })],
});
