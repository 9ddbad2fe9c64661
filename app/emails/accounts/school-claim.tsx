import { toAdministrator } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To the official mailbox of a school that someone asks to open. */
export const schoolClaim = linkEmail({
  name: "school-claim",
  because: BECAUSE.mailbox,
  subject: "Ouvrir l’espace de votre établissement",
  title: "L’espace de votre établissement",
  preview: "Ouvrez ce lien pour créer le premier accès.",
  label: "Ouvrir l’espace",
  news: ({ schoolName }) =>
    `Quelqu’un demande à ouvrir l’espace de votre établissement sur Stage de seconde (${schoolName ?? ""}). Ce lien désigne la première personne qui y entrera : direction ou secrétariat. Elle invitera ensuite les autres.`,
  to: [toAdministrator],
});
