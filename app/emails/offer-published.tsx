import { Action, Facts, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter } from "./wording.ts";

interface Props {
  offerTitle: string;
  town: string;
  link: string;
}

/** To the employer who published an offer. */
export const offerPublished: EmailTemplate<Props> = {
  name: "offer-published",
  subject: () => "Votre offre est en ligne",
  Html: ({ firstName, offerTitle, town, link }) => (
    <Letter
      title="Votre offre est en ligne"
      preview="Les élèves peuvent maintenant la trouver et vous écrire."
      firstName={firstName}
      because={BECAUSE.host}
    >
      <Paragraph>Merci d’ouvrir vos portes ! Les élèves peuvent maintenant trouver votre offre.</Paragraph>
      <Facts
        items={[
          ["Offre", offerTitle],
          ["Lieu", town],
        ]}
      />
      <Paragraph>
        Vous recevrez un message à chaque candidature. Vous pouvez mettre l’offre en pause à tout moment.
      </Paragraph>
      <Action label="Voir mon offre" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, town, link }) =>
    letter(
      firstName,
      [
        `Votre offre « ${offerTitle} » (${town}) est en ligne. Merci d’ouvrir vos portes aux élèves de seconde !`,
        "Vous recevrez un message à chaque candidature. Vous pouvez mettre l’offre en pause à tout moment.",
        action("Voir mon offre", link),
      ],
      BECAUSE.host,
    ),
};
