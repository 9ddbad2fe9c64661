import { toHost, toPupil } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To the mailbox that is about to be replaced: it agrees, or stops everything. */
export const emailChangeOld = linkEmail({
  name: "email-change-old",
  because: BECAUSE.account,
  subject: "Une autre adresse est demandée pour votre compte",
  title: "Une autre adresse est demandée pour votre compte",
  preview: "Dites si c’est bien vous.",
  label: "C’est moi, ou ce n’est pas moi",
  news: () =>
    "Quelqu’un demande que votre compte ait une autre adresse électronique. Ouvrez ce lien pour dire si c’est vous. Sans réponse, rien ne change, sauf si la personne a indiqué ne plus lire cette boîte : le changement peut alors se faire au bout de sept jours.",
  notAsked:
    "Si vous n’avez rien demandé, ouvrez le lien et choisissez « Ce n’est pas moi » : le changement s’arrête et tous les appareils sont déconnectés.",
  to: [toHost, toPupil],
});
