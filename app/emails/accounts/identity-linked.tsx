import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toHost, toSchool } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  /** The account, where it can be unlinked. */
  link: string;
}

/** To the owner of an account, whoever gave it another way in. */
export const identityLinked = defineEmail<Props>()({
  name: "identity-linked",
  sentOn: ["account.identity_linked"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Une nouvelle façon d’entrer dans votre compte",
  title: () => "Une nouvelle façon d’entrer dans votre compte",
  preview: () => "Si c’est bien vous, il n’y a rien à faire.",
  action: ({ link }) => ({ label: "Ce n’est pas moi", link }),
  ...emailContent(() => [
    "Un compte d’un autre service (compte académique ou ProConnect) vient d’être relié au vôtre : il l’ouvre maintenant, lui aussi.",
    "Si ce n’est pas vous, déliez-le tout de suite sur la page « Mon compte », puis choisissez un nouveau mot de passe.",
  ]),
  samples: [toHost({ link: sampleLink("/compte") }), toSchool({ link: sampleLink("/compte") })],
});
