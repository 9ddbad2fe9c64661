import { toAdministrator } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To someone who is to look after the service. */
export const adminInvitation = linkEmail({
  name: "admin-invitation",
  because: BECAUSE.invited,
  subject: "Votre invitation à administrer Stage de seconde",
  title: "Votre accès d’administration",
  preview: "Ouvrez ce lien pour créer votre accès.",
  label: "Créer mon accès",
  news: () => "Une personne qui exploite le service vous invite à l’administrer. Ce lien crée votre accès.",
  to: [toAdministrator],
});
