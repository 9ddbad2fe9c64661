import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toHost } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  /** The owner's passkeys. */
  link: string;
}

/** To the owner of an account, whoever removed the passkey. */
export const passkeyRemoved = defineEmail<Props>()({
  name: "passkey-removed",
  sentOn: ["account.passkey_removed"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Une clé d’accès de votre compte est supprimée",
  title: () => "Une clé d’accès de votre compte est supprimée",
  preview: () => "Si c’est bien vous, il n’y a rien à faire.",
  action: ({ link }) => ({ label: "Voir mes clés d’accès", link }),
  ...emailContent(() => [
    "Une clé d’accès vient d’être supprimée : elle n’ouvre plus votre compte.",
    "Si ce n’est pas vous, quelqu’un est peut-être entré dans votre compte : choisissez tout de suite un nouveau mot de passe, tous les appareils seront déconnectés.",
  ]),
  samples: [toHost({ link: sampleLink("/compte/securite/cles") })],
});
