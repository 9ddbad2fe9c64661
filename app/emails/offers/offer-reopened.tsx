import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";
import { OFFER, sampleLink, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  town: string;
  link: string;
}

const NEWS = "Bonne nouvelle : une offre que vous suivez était complète, elle peut de nouveau être demandée.";
const NEXT =
  "Aucune place n’est encore gardée pour vous : si elle vous intéresse toujours, candidatez sans trop attendre.";

const facts = ({ offerTitle, hostName, town }: Props): Fact[] => [
  ["Offre", offerTitle],
  ["Employeur", hostName],
  ["Lieu", town],
];

/** To the pupils who asked to know when the offer can be asked for again. */
export const offerReopened = defineEmail<Props>()({
  name: "offer-reopened",
  sentOn: ["offer.reopened"],
  topic: "alerts",
  because: () => BECAUSE.watcher,
  subject: ({ offerTitle }) => `De nouveau disponible : ${offerTitle}`,
  title: () => "Une offre est de nouveau disponible",
  preview: ({ offerTitle, town }) => `« ${offerTitle} » (${town}) peut de nouveau être demandée.`,
  action: ({ link }) => ({ label: "Voir l’offre", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), NEXT],
  samples: [toPupil({ ...OFFER, link: sampleLink("/offres/0198c2a0") })],
});
