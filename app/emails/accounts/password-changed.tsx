import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toHost, toPupil } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  /** Where to choose another one. */
  link: string;
}

const NEWS =
  "Le mot de passe de votre compte vient d’être changé, et les autres appareils ont été déconnectés.";
const NEXT = "Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe.";

/** To the owner of an account, whoever changed its password. */
export const passwordChanged = defineEmail<Props>()({
  name: "password-changed",
  sentOn: ["account.password_changed"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Votre mot de passe a été changé",
  title: () => "Votre mot de passe a été changé",
  preview: () => "Si c’est bien vous, il n’y a rien à faire.",
  action: ({ link }) => ({ label: "Ce n’est pas moi", link }),
  Body: () => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: () => [NEWS, NEXT],
  samples: [
    toPupil({ link: sampleLink("/mot-de-passe-oublie") }),
    toHost({ link: sampleLink("/mot-de-passe-oublie") }),
  ],
});
