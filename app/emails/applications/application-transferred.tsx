import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { BECAUSE, deadlineText, factLines } from "#app/emails/wording.ts";
import { ANSWER_BEFORE, HOST, PUPIL_PAGE, TITLE, toPupil } from "#app/emails/samples.ts";

interface Props {
  /** The offer that the pupil had asked for. */
  offerTitle: string;
  hostName: string;
  newOfferTitle: string;
  newTown: string;
  /** Empty when the application was answered before this e-mail was written. */
  answerBefore: Date | null;
  link: string;
}

const news = ({ hostName, offerTitle }: Props) =>
  `L’employeur (${hostName}) a lu votre candidature à l’offre « ${offerTitle} » et pense qu’une autre de ses offres vous irait mieux : elle y est transmise, avec votre lettre.`;

const NEXT =
  "Vous n’avez rien à faire. Si cette offre ne vous convient pas, vous pouvez retirer votre candidature, sans avoir à vous justifier.";

const facts = ({ newOfferTitle, newTown, answerBefore, ...props }: Props & Greeted): Fact[] => [
  ["Nouvelle offre", newOfferTitle],
  ["Lieu", newTown],
  ["Réponse au plus tard le", answerBefore && deadlineText(answerBefore, props)],
];

/** To the pupil whose application the host passed on to a colleague's offer. */
export const applicationTransferred = defineEmail<Props>()({
  name: "application-transferred",
  sentOn: ["application.transferred"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ newOfferTitle }) => `Candidature transmise : ${newOfferTitle}`,
  title: () => "Votre candidature est transmise",
  preview: () => "L’employeur vous propose une autre de ses offres ; votre lettre vous y suit.",
  action: ({ link }) => ({ label: "Voir ma candidature", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), NEXT],
  samples: [
    toPupil({
      offerTitle: TITLE,
      hostName: HOST,
      newOfferTitle: "Le bureau d’études d’une menuiserie",
      newTown: "Cesson-Sévigné",
      answerBefore: ANSWER_BEFORE,
      link: PUPIL_PAGE,
    }),
  ],
});
