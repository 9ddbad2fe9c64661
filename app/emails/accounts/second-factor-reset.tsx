import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toHost } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  /** Where to choose another password. */
  link: string;
}

const NEWS =
  "Une personne de votre établissement, ou qui administre le service, a retiré le second facteur de votre compte. Vos appareils ont été déconnectés. À votre prochaine connexion, vous en installerez un autre.";
const NEXT =
  "Si vous ne l’avez pas demandé, choisissez tout de suite un nouveau mot de passe et prévenez votre établissement.";

/** To the owner of an account whose second factor was taken away. */
export const secondFactorReset = defineEmail<Props>()({
  name: "second-factor-reset",
  sentOn: ["account.second_factor_reset"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Le second facteur de votre compte a été retiré",
  title: () => "Le second facteur de votre compte a été retiré",
  preview: () => "Si vous l’avez demandé, il n’y a rien à faire avant votre prochaine connexion.",
  action: ({ link }) => ({ label: "Je ne l’ai pas demandé", link }),
  Body: () => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: () => [NEWS, NEXT],
  samples: [toHost({ link: sampleLink("/mot-de-passe-oublie") })],
});
