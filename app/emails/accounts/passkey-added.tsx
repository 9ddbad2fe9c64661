import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toHost } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  /** The owner's passkeys. */
  link: string;
}

const NEWS = "Une clé d’accès vient d’être ajoutée à votre compte : elle l’ouvre sans mot de passe.";
const NEXT = "Si ce n’est pas vous, supprimez-la tout de suite, puis choisissez un nouveau mot de passe.";

/** To the owner of an account, whoever added the passkey. */
export const passkeyAdded = defineEmail<Props>()({
  name: "passkey-added",
  sentOn: ["account.passkey_added"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Une clé d’accès a été ajoutée à votre compte",
  title: () => "Une clé d’accès a été ajoutée à votre compte",
  preview: () => "Si c’est bien vous, il n’y a rien à faire.",
  action: ({ link }) => ({ label: "Voir mes clés d’accès", link }),
  Body: () => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: () => [NEWS, NEXT],
  samples: [toHost({ link: sampleLink("/compte/securite/cles") })],
});
