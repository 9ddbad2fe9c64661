import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { sampleLink, toAdministrator } from "#app/emails/samples.ts";
import { NOT_ASKED, onceUntil, type LinkEmail } from "./link-email.ts";

const news = ({ schoolName }: LinkEmail) =>
  `Un accès vous attend dans l’espace de votre établissement sur Stage de seconde. Établissement : ${schoolName ?? ""}.`;

/** To someone whom a school invites. */
export const schoolInvitation = defineEmail<LinkEmail>()({
  name: "school-invitation",
  sentOn: ["account.link_requested"],
  topic: null,
  priority: 0,
  because: () => BECAUSE.invitedBySchool,
  subject: () => "Votre accès à l’espace de l’établissement",
  title: () => "Votre accès à l’espace de l’établissement",
  preview: () => "Ouvrez ce lien pour créer votre accès.",
  action: ({ link }) => ({ label: "Créer mon accès", link }),
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
