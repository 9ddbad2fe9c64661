import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { sampleLink, toHost, toSchool } from "#app/emails/samples.ts";
import { NOT_ASKED, onceUntil, type LinkEmail } from "./link-email.ts";

const NEWS = "Vous avez demandé à choisir un nouveau mot de passe. Voici le lien.";

/** To someone who has forgotten their password. */
export const passwordReset = defineEmail<LinkEmail>()({
  name: "password-reset",
  sentOn: ["account.link_requested"],
  topic: null,
  priority: 0,
  because: () => BECAUSE.account,
  subject: () => "Choisir un nouveau mot de passe",
  title: () => "Choisir un nouveau mot de passe",
  preview: () => "Ouvrez ce lien pour choisir un nouveau mot de passe.",
  action: ({ link }) => ({ label: "Choisir un mot de passe", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{onceUntil(props)}</Paragraph>
      <Paragraph>{NOT_ASKED}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, onceUntil(props), NOT_ASKED],
  samples: [
    toHost({
      link: sampleLink("/lien/AZjA3kV0mWq7b2x9"),
      expiresAt: new Date("2027-03-12T09:15:00Z"),
      schoolName: null,
    }),
    toSchool({
      link: sampleLink("/lien/AZjA3kV0mWq7b2x9"),
      expiresAt: new Date("2027-03-12T09:15:00Z"),
      schoolName: null,
    }),
  ],
});
