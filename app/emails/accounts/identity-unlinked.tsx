import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toHost, toSchool } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  /** Where to choose another password. */
  link: string;
}

/** To the owner of an account, whoever took a way in away. */
export const identityUnlinked = defineEmail<Props>()({
  name: "identity-unlinked",
  sentOn: ["account.identity_unlinked"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Une façon d’entrer dans votre compte est retirée",
  title: () => "Une façon d’entrer dans votre compte est retirée",
  preview: () => "Si c’est bien vous, il n’y a rien à faire.",
  action: ({ link }) => ({ label: "Ce n’est pas moi", link }),
  ...emailContent(() => [
    "Le compte d’un autre service (compte académique ou ProConnect) vient d’être délié du vôtre : il ne l’ouvre plus.",
    "Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe : tous les appareils seront déconnectés.",
  ]),
  samples: [
    toHost({ link: sampleLink("/mot-de-passe-oublie") }),
    toSchool({ link: sampleLink("/mot-de-passe-oublie") }),
  ],
});
