import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { sampleLink, toAdministrator } from "#app/emails/samples.ts";
import { NOT_ASKED, onceUntil, type LinkEmail } from "./link-email.ts";

const news = ({ schoolName }: LinkEmail) =>
  `Quelqu’un demande à ouvrir l’espace de votre établissement sur Stage de seconde (${schoolName ?? ""}). Ce lien désigne la première personne qui y entrera : direction ou secrétariat. Elle invitera ensuite les autres.`;

/** To the official mailbox of a school that someone asks to open. */
export const schoolClaim = defineEmail<LinkEmail>()({
  name: "school-claim",
  sentOn: ["account.link_requested"],
  topic: null,
  priority: 0,
  because: () => BECAUSE.mailbox,
  subject: () => "Ouvrir l’espace de votre établissement",
  title: () => "L’espace de votre établissement",
  preview: () => "Ouvrez ce lien pour créer le premier accès.",
  action: ({ link }) => ({ label: "Ouvrir l’espace", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Paragraph>{onceUntil(props)}</Paragraph>
      <Paragraph>{NOT_ASKED}</Paragraph>
    </>
  ),
  text: (props) => [news(props), onceUntil(props), NOT_ASKED],
  samples: [
    toAdministrator({
      link: sampleLink("/lien/AZjA3kV0mWq7b2x9"),
      expiresAt: new Date("2027-03-12T09:15:00Z"),
      schoolName: "Lycée de la Plaine",
    }),
  ],
});
