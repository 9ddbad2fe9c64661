import { Action, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter } from "./wording.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  /** A search around the pupil's school. */
  link: string;
}

const NEXT =
  "Ce silence ne dit rien de vous ni de votre lettre. Elle reste dans votre espace et peut servir pour une autre offre.";

/** To the pupil whom the host did not answer in time: free to apply elsewhere. */
export const applicationExpired: EmailTemplate<Props> = {
  name: "application-expired",
  subject: () => "Votre candidature est restée sans réponse",
  Html: ({ firstName, offerTitle, hostName, link }) => (
    <Letter
      title="Votre candidature est libérée"
      preview="D’autres offres sont ouvertes près de votre lycée."
      firstName={firstName}
      because={BECAUSE.pupil}
    >
      <Paragraph>
        L’employeur, {hostName}, n’a pas répondu à temps pour l’offre « {offerTitle} ». Votre candidature est
        libérée : elle ne compte plus parmi vos candidatures en cours, et vous pouvez en envoyer une autre.
      </Paragraph>
      <Paragraph>{NEXT}</Paragraph>
      <Action label="Voir d’autres offres" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, hostName, link }) =>
    letter(
      firstName,
      [
        `L’employeur, ${hostName}, n’a pas répondu à temps pour l’offre « ${offerTitle} ». Votre candidature est libérée : elle ne compte plus parmi vos candidatures en cours, et vous pouvez en envoyer une autre.`,
        NEXT,
        action("Voir d’autres offres près de votre lycée", link),
      ],
      BECAUSE.pupil,
    ),
};
