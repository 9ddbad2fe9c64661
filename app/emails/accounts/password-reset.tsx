import { toHost, toSchool } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To someone who has forgotten their password. */
export const passwordReset = linkEmail({
  name: "password-reset",
  because: BECAUSE.account,
  subject: "Choisir un nouveau mot de passe",
  title: "Choisir un nouveau mot de passe",
  preview: "Ouvrez ce lien pour choisir un nouveau mot de passe.",
  label: "Choisir un mot de passe",
  news: () => "Vous avez demandé à choisir un nouveau mot de passe. Voici le lien.",
  to: [toHost, toSchool],
});
