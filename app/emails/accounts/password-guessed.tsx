import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toHost, toPupil } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  /** Where to choose another one. */
  link: string;
}

const NEWS =
  "Plusieurs mots de passe erronés ont été essayés pour ouvrir votre compte. Nous avons arrêté ces essais : personne n’est entré.";
const YOURS =
  "Si c’était vous, attendez un quart d’heure et réessayez, ou choisissez un nouveau mot de passe.";
const NOT_YOURS =
  "Si ce n’était pas vous, il n’y a rien à faire, sauf si votre mot de passe sert aussi ailleurs : dans ce cas, choisissez-en un autre.";

/** To the owner of an account whose password someone guesses, once a day at most. */
export const passwordGuessed = defineEmail<Props>()({
  name: "password-guessed",
  sentOn: ["account.password_guessed"],
  topic: null,
  because: () => BECAUSE.account,
  subject: () => "Des essais de connexion à votre compte ont été arrêtés",
  title: () => "Des essais de connexion ont été arrêtés",
  preview: () => "Personne n’est entré dans votre compte.",
  action: ({ link }) => ({ label: "Choisir un nouveau mot de passe", link }),
  Body: () => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{YOURS}</Paragraph>
      <Paragraph>{NOT_YOURS}</Paragraph>
    </>
  ),
  text: () => [NEWS, YOURS, NOT_YOURS],
  samples: [
    toPupil({ link: sampleLink("/mot-de-passe-oublie") }),
    toHost({ link: sampleLink("/mot-de-passe-oublie") }),
  ],
});
