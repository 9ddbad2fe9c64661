import { formatSiret } from "#app/domain/hosts/siret.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { HOST, sampleLink, toHost } from "#app/emails/samples.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";

interface Props {
  hostName: string;
  siret: string;
  link: string;
}

const NEWS =
  "Le SIRET qui avait été retiré à votre compte vous est rendu : vous voyez de nouveau vos offres, vos candidatures et vos conventions.";
const NEXT = "Vos offres sont restées en pause : remettez en ligne celles que vous souhaitez.";

const facts = ({ hostName, siret }: Props): Fact[] => [
  ["Structure", hostName],
  ["SIRET", formatSiret(siret)],
];

/** To the members of an organisation that has its SIRET again. */
export const siretReattachedEmail = defineEmail<Props>()({
  name: "siret-reattached",
  sentOn: ["host.reattached"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Votre SIRET vous est rendu",
  title: () => "Votre SIRET vous est rendu",
  preview: () => "Vos offres vous attendent, en pause.",
  action: ({ link }) => ({ label: "Voir mes offres", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), NEXT],
  samples: [toHost({ hostName: HOST, siret: "00000000000018", link: sampleLink("/employeur/offres") })],
});
