import { toHost, toPupil } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To someone who signs in by their mailbox. */
export const signInLink = linkEmail({
  name: "sign-in-link",
  because: BECAUSE.account,
  subject: "Votre lien de connexion",
  title: "Votre lien de connexion",
  preview: "Ouvrez ce lien pour vous connecter, sans mot de passe.",
  label: "Me connecter",
  news: () => "Vous avez demandé à vous connecter sans mot de passe. Voici le lien.",
  to: [toPupil, toHost],
});
