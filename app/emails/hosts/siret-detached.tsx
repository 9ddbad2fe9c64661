import { formatSiret } from "#app/domain/hosts/siret.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { HOST, sampleLink, toHost } from "#app/emails/samples.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";

interface Props {
  hostName: string;
  siret: string;
  /** In the moderator’s words. */
  reason: string;
  link: string;
}

const NEWS =
  "Une personne qui administre le service a retiré ce SIRET à votre compte : il appartient à une autre structure. Vos offres sont en pause, et vous ne voyez plus les candidatures reçues.";
const NEXT =
  "Si vous vous êtes trompé de numéro, publiez une offre avec le SIRET de votre structure. Si vous pensez que nous nous trompons, la page d’aide dit où nous écrire : le SIRET peut vous être rendu.";

const facts = ({ hostName, siret, reason }: Props): Fact[] => [
  ["Structure", hostName],
  ["SIRET", formatSiret(siret)],
  ["Raison", reason],
];

/** To the members of an organisation that loses its SIRET. */
export const siretDetachedEmail = defineEmail<Props>()({
  name: "siret-detached",
  sentOn: ["host.detached"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Un SIRET est retiré à votre compte",
  title: () => "Un SIRET est retiré à votre compte",
  preview: () => "Vos offres sont en pause : voici pourquoi, et ce que vous pouvez faire.",
  action: ({ link }) => ({ label: "Ouvrir mon espace", link }),
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
      siret: "00000000000018",
      reason: "Ce numéro est celui d’une autre entreprise, qui nous a écrit.",
      link: sampleLink("/employeur"),
    }),
  ],
});
