import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toNewcomer } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  schoolName: string;
  link: string;
}

const news = ({ schoolName }: Props) =>
  `Votre demande d’accès n’est pas acceptée par l’établissement : ${schoolName}. Si c’est une erreur, parlez-en avec la direction ou le secrétariat, puis demandez de nouveau.`;

/** To whoever asked to join a school, by the address that they proved. */
export const schoolJoinRefusedEmail = defineEmail<Props>()({
  name: "school-join-refused",
  sentOn: ["school.join_refused"],
  topic: null,
  because: () => BECAUSE.owner,
  subject: () => "Votre demande n’est pas acceptée",
  title: () => "Votre demande n’est pas acceptée",
  preview: () => "Voici ce que vous pouvez faire.",
  action: ({ link }) => ({ label: "Demander de nouveau", link }),
  Body: (props) => <Paragraph>{news(props)}</Paragraph>,
  text: (props) => [news(props)],
  samples: [toNewcomer({ schoolName: "Lycée de la Plaine", link: sampleLink("/etablissement/rejoindre") })],
});
