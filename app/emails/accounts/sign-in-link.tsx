import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { sampleLink, toHost, toPupil } from "#app/emails/samples.ts";
import { NOT_ASKED, onceUntil, type LinkEmail } from "./link-email.ts";

const NEWS = "Vous avez demandé à vous connecter sans mot de passe. Voici le lien.";

/** To someone who signs in by their mailbox. */
export const signInLink = defineEmail<LinkEmail>()({
  name: "sign-in-link",
  sentOn: ["account.link_requested"],
  topic: null,
  priority: 0,
  because: () => BECAUSE.account,
  subject: () => "Votre lien de connexion",
  title: () => "Votre lien de connexion",
  preview: () => "Ouvrez ce lien pour vous connecter, sans mot de passe.",
  action: ({ link }) => ({ label: "Me connecter", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{onceUntil(props)}</Paragraph>
      <Paragraph>{NOT_ASKED}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, onceUntil(props), NOT_ASKED],
  samples: [
    toPupil({
      link: sampleLink("/lien/AZjA3kV0mWq7b2x9"),
      expiresAt: new Date("2027-03-12T09:15:00Z"),
      schoolName: null,
    }),
    toHost({
      link: sampleLink("/lien/AZjA3kV0mWq7b2x9"),
      expiresAt: new Date("2027-03-12T09:15:00Z"),
      schoolName: null,
    }),
  ],
});
