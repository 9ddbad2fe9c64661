import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toHost, toPupil } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  link: string;
}

const NEWS =
  "Vous aviez demandé l’effacement de votre compte. Il vient de servir : il est donc gardé, avec tout ce qu’il contient.";
const NEXT = "Ce n’est pas vous ? Choisissez tout de suite un nouveau mot de passe.";

/** To someone who had asked for their account to be erased, and has signed in since. */
export const accountKept = defineEmail<Props>()({
  name: "account-kept",
  sentOn: ["account.kept"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Votre compte est gardé",
  title: () => "Votre compte est gardé",
  preview: () => "L’effacement que vous aviez demandé n’aura pas lieu.",
  action: ({ link }) => ({ label: "Voir mes données", link }),
  Body: () => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: () => [NEWS, NEXT],
  samples: [
    toPupil({ link: sampleLink("/compte/donnees") }),
    toHost({ link: sampleLink("/compte/donnees") }),
  ],
});
