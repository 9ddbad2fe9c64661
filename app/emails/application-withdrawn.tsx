import { Action, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter } from "./wording.ts";

interface Props {
  offerTitle: string;
  pupilFirstName: string;
  link: string;
}

const NEXT =
  "Vous n’avez rien à faire. Si une place lui était réservée, elle est de nouveau proposée aux autres élèves. Merci du temps accordé à cette candidature.";

/** To each employer of the host: the pupil took the application back. */
export const applicationWithdrawn: EmailTemplate<Props> = {
  name: "application-withdrawn",
  subject: ({ offerTitle }) => `Candidature retirée : ${offerTitle}`,
  Html: ({ firstName, offerTitle, pupilFirstName, link }) => (
    <Letter
      title="Une candidature est retirée"
      preview="Vous n’avez rien à faire."
      firstName={firstName}
      because={BECAUSE.host}
    >
      <Paragraph>
        {pupilFirstName} a retiré sa candidature à votre offre « {offerTitle} ».
      </Paragraph>
      <Paragraph>{NEXT}</Paragraph>
      <Action label="Voir mes candidatures" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, pupilFirstName, link }) =>
    letter(
      firstName,
      [
        `${pupilFirstName} a retiré sa candidature à votre offre « ${offerTitle} ».`,
        NEXT,
        action("Voir mes candidatures", link),
      ],
      BECAUSE.host,
    ),
};
