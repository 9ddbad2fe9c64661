import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { sampleLink, toNewcomer } from "#app/emails/samples.ts";
import { NOT_ASKED, onceUntil, type LinkEmail } from "./link-email.ts";

const NEWS =
  "Vous avez demandé un compte pour proposer des stages de seconde. Ce lien confirme votre adresse et crée le compte.";

/** To someone who signs up as a host: the link proves that the address is theirs. */
export const hostSignUp = defineEmail<LinkEmail>()({
  name: "host-sign-up",
  sentOn: ["account.link_requested"],
  topic: null,
  priority: 0,
  because: () => BECAUSE.newcomer,
  subject: () => "Confirmez votre adresse",
  title: () => "Confirmez votre adresse",
  preview: () => "Ouvrez ce lien pour créer votre compte employeur.",
  action: ({ link }) => ({ label: "Confirmer mon adresse", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{onceUntil(props)}</Paragraph>
      <Paragraph>{NOT_ASKED}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, onceUntil(props), NOT_ASKED],
  samples: [
    toNewcomer({
      link: sampleLink("/lien/AZjA3kV0mWq7b2x9"),
      expiresAt: new Date("2027-03-12T09:15:00Z"),
      schoolName: null,
    }),
  ],
});
