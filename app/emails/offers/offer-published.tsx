import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";
import { OFFER, sampleLink, toHost } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  town: string;
  link: string;
}

const NEWS = "Merci d’ouvrir vos portes ! Les élèves peuvent maintenant trouver votre offre.";
const NEXT =
  "Vous recevrez un message à chaque candidature. Vous pouvez mettre l’offre en pause à tout moment.";

const facts = ({ offerTitle, town }: Props): Fact[] => [
  ["Offre", offerTitle],
  ["Lieu", town],
];

/** To the employer who published an offer. */
export const offerPublished = defineEmail<Props>()({
  name: "offer-published",
  sentOn: ["offer.published"],
  topic: null,
  because: () => BECAUSE.host,
  subject: () => "Votre offre est en ligne",
  title: () => "Votre offre est en ligne",
  preview: () => "Les élèves peuvent maintenant la trouver et vous écrire.",
  action: ({ link }) => ({ label: "Voir mon offre", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), NEXT],
  samples: [toHost({ ...OFFER, link: sampleLink("/employeur/offres/0198c2a0") })],
});
