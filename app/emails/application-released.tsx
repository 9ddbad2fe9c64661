import { Action, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter } from "./wording.ts";

interface Props {
  offerTitle: string;
  pupilFirstName: string;
  link: string;
}

const NEXT =
  "Vous n’avez rien à faire. Si une place lui était réservée, elle est de nouveau proposée aux autres élèves.";

/** To each employer of the host: the pupil confirmed another internship for these weeks. */
export const applicationReleased: EmailTemplate<Props> = {
  name: "application-released",
  subject: ({ offerTitle }) => `Candidature close : ${offerTitle}`,
  Html: ({ firstName, offerTitle, pupilFirstName, link }) => (
    <Letter
      title="Une candidature est close"
      preview="L’élève a trouvé un autre stage. Merci de votre attention."
      firstName={firstName}
      because={BECAUSE.host}
    >
      <Paragraph>
        {pupilFirstName}, qui avait répondu à votre offre « {offerTitle} », a trouvé un autre stage pour ces
        dates et vous remercie de votre attention.
      </Paragraph>
      <Paragraph>{NEXT}</Paragraph>
      <Action label="Voir mes candidatures" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, pupilFirstName, link }) =>
    letter(
      firstName,
      [
        `${pupilFirstName}, qui avait répondu à votre offre « ${offerTitle} », a trouvé un autre stage pour ces dates et vous remercie de votre attention.`,
        NEXT,
        action("Voir mes candidatures", link),
      ],
      BECAUSE.host,
    ),
};
