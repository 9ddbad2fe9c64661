import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toNewcomer } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  link: string;
}

const NEWS =
  "Quelqu’un a donné votre adresse pour un autre compte, alors qu’elle en a déjà un : rien n’a été créé ni changé.";
const NEXT =
  "Si c’est vous, connectez-vous. Si vous ne savez plus votre mot de passe, un lien sur la page de connexion permet d’en choisir un autre.";

/** To the owner of an account whose address is given to sign up, or for another account: the page says nothing of it. */
export const accountExists = defineEmail<Props>()({
  name: "account-exists",
  sentOn: ["account.link_requested"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Vous avez déjà un compte",
  title: () => "Vous avez déjà un compte",
  preview: () => "Connectez-vous : votre adresse a déjà un compte.",
  action: ({ link }) => ({ label: "Me connecter", link }),
  Body: () => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: () => [NEWS, NEXT],
  samples: [toNewcomer({ link: sampleLink("/connexion") })],
});
