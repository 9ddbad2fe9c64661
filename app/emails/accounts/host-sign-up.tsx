import { toNewcomer } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To someone who signs up as a host: the link proves that the address is theirs. */
export const hostSignUp = linkEmail({
  name: "host-sign-up",
  because: BECAUSE.newcomer,
  subject: "Confirmez votre adresse",
  title: "Confirmez votre adresse",
  preview: "Ouvrez ce lien pour créer votre compte employeur.",
  label: "Confirmer mon adresse",
  news: () =>
    "Vous avez demandé un compte pour proposer des stages de seconde. Ce lien confirme votre adresse et crée le compte.",
  to: [toNewcomer],
});
