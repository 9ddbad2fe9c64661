import { toNewcomer } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { linkEmail } from "./link-email.ts";

/** To someone of the académie who asks to work in a school's space. */
export const schoolRequest = linkEmail({
  name: "school-request",
  because: BECAUSE.owner,
  subject: "Confirmez votre demande",
  title: "Confirmez votre demande",
  preview: "Ouvrez ce lien pour transmettre votre demande à l’établissement.",
  label: "Confirmer ma demande",
  news: ({ schoolName }) =>
    `Vous avez demandé un accès à l’espace d’un établissement sur Stage de seconde. Établissement : ${schoolName ?? ""}. Ce lien confirme votre adresse : la direction et le secrétariat répondront ensuite.`,
  to: [toNewcomer],
});
