import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";
import { GUARDIAN_PAGE, toGuardian } from "#app/emails/samples.ts";

interface Props {
  code: string;
  minutes: number;
  /** The follow-up page, where the code is typed. */
  link: string;
}

const NEWS = "Voici le code demandé pour lire une lettre de candidature :";
const next = ({ minutes }: Props) =>
  `Il est valable ${minutes} minutes. Si vous n’avez rien demandé, ne le donnez à personne et oubliez ce message.`;

const facts = ({ code }: Props): Fact[] => [["Code", code]];

/** To a representative who asks to read a letter. The code is read inside: neither the subject nor the preview shows it. */
export const guardianCode = defineEmail<Props>()({
  name: "guardian-code",
  sentOn: ["guardian.code_requested"],
  topic: null,
  priority: 0,
  because: () => BECAUSE.guardian,
  subject: () => "Stage de seconde : votre code",
  title: () => "Votre code",
  preview: ({ minutes }) => `Le code que vous avez demandé, valable ${minutes} minutes.`,
  action: ({ link }) => ({ label: "Revenir à la page de suivi", link }),
  sms: ({ code, minutes }) =>
    `Stage de seconde : votre code est ${code}. Valable ${minutes} minutes, ne le donnez à personne.`,
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{next(props)}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), next(props)],
  samples: [toGuardian({ code: "417283", minutes: 10, link: GUARDIAN_PAGE })],
});
