import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { sampleLink, toAdministrator } from "#app/emails/samples.ts";
import { NOT_ASKED, onceUntil, type LinkEmail } from "./link-email.ts";

const NEWS = "Une personne qui exploite le service vous invite à l’administrer. Ce lien crée votre accès.";

/** To someone who is to look after the service. */
export const adminInvitation = defineEmail<LinkEmail>()({
  name: "admin-invitation",
  sentOn: ["account.link_requested"],
  topic: null,
  priority: 0,
  because: () => BECAUSE.invited,
  subject: () => "Votre invitation à administrer Stage de seconde",
  title: () => "Votre accès d’administration",
  preview: () => "Ouvrez ce lien pour créer votre accès.",
  action: ({ link }) => ({ label: "Créer mon accès", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{onceUntil(props)}</Paragraph>
      <Paragraph>{NOT_ASKED}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, onceUntil(props), NOT_ASKED],
  samples: [
    toAdministrator({
      link: sampleLink("/lien/AZjA3kV0mWq7b2x9"),
      expiresAt: new Date("2027-03-12T09:15:00Z"),
      schoolName: null,
    }),
  ],
});
