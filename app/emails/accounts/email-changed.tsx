import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail, type Greeted } from "#app/emails/email-template.ts";
import { sampleLink, toHost, toPupil } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  /** "h…n@example.org": enough for its owner to know it. */
  newAddress: string;
  /** The way out of whoever did not ask for it. */
  link: string;
}

/** To both mailboxes of an account whose address was changed. */
export const emailChanged = defineEmail<Props>()({
  name: "email-changed",
  sentOn: ["account.email_changed"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "L’adresse de votre compte est changée",
  title: () => "L’adresse de votre compte est changée",
  preview: () => "Si c’est bien vous, il n’y a rien à faire.",
  action: ({ link }) => ({ label: "Ce n’est pas moi", link }),
  ...emailContent(({ newAddress }: Props & Greeted) => [
    `Votre compte a maintenant l’adresse ${newAddress}. C’est avec elle que l’on se connecte, et c’est là que nous écrivons. Tous les appareils ont été déconnectés, et les liens envoyés à l’ancienne adresse ne servent plus.`,
    "Si ce n’est pas vous, faites-le savoir tout de suite.",
  ]),
  samples: [
    toHost({ newAddress: "c…t@example.org", link: sampleLink("/mot-de-passe-oublie") }),
    toPupil({ newAddress: "i…n@example.org", link: sampleLink("/aide") }),
  ],
});
