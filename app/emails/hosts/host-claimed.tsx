import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { HOST, sampleLink, toHost } from "#app/emails/samples.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";

interface Props {
  hostName: string;
  /** Full name of whoever asks. */
  claimant: string;
  claimantEmail: string;
  link: string;
}

const NEWS = "Une personne demande à rejoindre votre équipe sur Stage de seconde :";
const NEXT =
  "Acceptez seulement si vous la connaissez : elle lira les candidatures et y répondra au nom de votre structure.";
const facts = ({ claimant, claimantEmail, hostName }: Props): Fact[] => [
  ["Nom", claimant],
  ["Adresse", claimantEmail],
  ["Structure", hostName],
];

/** To the members of an organisation that someone asks to join. */
export const hostClaimedEmail = defineEmail<Props>()({
  name: "host-claimed",
  sentOn: ["host.claimed"],
  topic: null,
  because: () => BECAUSE.host,
  subject: () => "Une personne demande à rejoindre votre équipe",
  title: () => "Une demande pour rejoindre votre équipe",
  preview: () => "Dites si vous la connaissez.",
  action: ({ link }) => ({ label: "Répondre à la demande", link }),
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
      hostName: HOST,
      claimant: "Omar Kaci",
      claimantEmail: "omar.kaci@example.org",
      link: sampleLink("/employeur/equipe"),
    }),
  ],
});
