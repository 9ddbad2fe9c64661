import { toNewcomer } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To the address that is to replace another one. Nothing tells whose it is: it may have been mistyped. */
export const emailChangeNew = linkEmail({
  name: "email-change-new",
  because: BECAUSE.owner,
  subject: "Confirmez votre nouvelle adresse",
  title: "Confirmez votre nouvelle adresse",
  preview: "Ouvrez ce lien pour utiliser cette adresse.",
  label: "Confirmer ma nouvelle adresse",
  news: () =>
    "Cette adresse a été donnée pour remplacer celle d’un compte sur Stage de seconde. Ce lien la confirme : il demande de se connecter au compte.",
  to: [toNewcomer],
});
