import { toAdministrator } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To someone whom a school invites. */
export const schoolInvitation = linkEmail({
  name: "school-invitation",
  because: BECAUSE.invitedBySchool,
  subject: "Votre accès à l’espace de l’établissement",
  title: "Votre accès à l’espace de l’établissement",
  preview: "Ouvrez ce lien pour créer votre accès.",
  label: "Créer mon accès",
  news: ({ schoolName }) =>
    `Un accès vous attend dans l’espace de votre établissement sur Stage de seconde. Établissement : ${schoolName ?? ""}.`,
  to: [toAdministrator],
});
