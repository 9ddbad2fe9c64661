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
  "Rien n’est perdu : vous pouvez candidater à d’autres offres, et à celle-ci de nouveau s’il y reste une place.";

/** To the pupil who did not confirm in time: the place is no longer kept. */
export const applicationLapsedPupil: EmailTemplate<Props> = {
  name: "application-lapsed-pupil",
  subject: () => "La place gardée pour vous n’a pas été confirmée à temps",
  Html: ({ firstName, offerTitle, hostName, link }) => (
    <Letter
      title="La place est de nouveau proposée à d’autres"
      preview="Vous pouvez candidater à d’autres offres."
      firstName={firstName}
      because={BECAUSE.pupil}
    >
      <Paragraph>
        {hostName} vous gardait une place pour l’offre « {offerTitle} ». Le délai pour la confirmer est passé
        : elle est de nouveau proposée aux autres élèves.
      </Paragraph>
      <Paragraph>{NEXT}</Paragraph>
      <Action label="Voir les offres" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, hostName, link }) =>
    letter(
      firstName,
      [
        `${hostName} vous gardait une place pour l’offre « ${offerTitle} ». Le délai pour la confirmer est passé : elle est de nouveau proposée aux autres élèves.`,
        NEXT,
        action("Voir les offres près de votre lycée", link),
      ],
      BECAUSE.pupil,
    ),
};
