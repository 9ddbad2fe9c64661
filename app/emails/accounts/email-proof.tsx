import { toNewcomer } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To the address that someone gives for their account. Nothing tells whose it is: it may have been mistyped. */
export const emailProof = linkEmail({
  name: "email-proof",
  because: BECAUSE.owner,
  subject: "Confirmez votre adresse",
  title: "Confirmez votre adresse",
  preview: "Ouvrez ce lien pour recevoir vos messages ici.",
  label: "Confirmer mon adresse",
  news: () =>
    "Cette adresse a été donnée pour un compte sur Stage de seconde. Ce lien la confirme : il demande de se connecter au compte. Les messages du service y arriveront ensuite.",
  to: [toNewcomer],
});
