import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";
import { OFFER, sampleLink, toHost } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  town: string;
  /** In the moderator's words. */
  explanation: string;
  link: string;
}

const NEWS =
  "Votre offre a été relue par l’équipe du service. Elle ne peut pas être montrée aux élèves telle qu’elle est.";
const NEXT =
  "Rien n’est perdu : ouvrez l’offre, corrigez ce qui est demandé, puis renvoyez-la. Si vous pensez que nous nous trompons, la page d’aide dit où nous écrire.";

const facts = ({ offerTitle, town, explanation }: Props): Fact[] => [
  ["Offre", offerTitle],
  ["Lieu", town],
  ["Ce qui est à revoir", explanation],
];

/** To the employer whose offer a moderator has refused. */
export const offerRejected = defineEmail<Props>()({
  name: "offer-rejected",
  sentOn: ["offer.rejected"],
  topic: null,
  because: () => BECAUSE.host,
  subject: () => "Votre offre est à corriger",
  title: () => "Votre offre est à corriger",
  preview: () => "Elle a été relue : voici ce qui est à revoir avant que les élèves la voient.",
  action: ({ link }) => ({ label: "Corriger mon offre", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), NEXT],
  samples: [
    toHost({
      offerTitle: OFFER.offerTitle,
      town: OFFER.town,
      explanation:
        "Retirez le numéro de téléphone de la description : les élèves vous écrivent par le service.",
      link: sampleLink("/employeur/offres/0198c2a0"),
    }),
  ],
});
