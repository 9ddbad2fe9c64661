import { Action, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter } from "./wording.ts";

interface Props {
  offerTitle: string;
  pupilFirstName: string;
  link: string;
}

const NEXT =
  "Vous n’avez rien à faire : d’autres élèves peuvent de nouveau la demander. Merci du temps accordé à cette candidature.";

/** To each employer of the host: the pupil did not confirm in time. */
export const applicationLapsedHost: EmailTemplate<Props> = {
  name: "application-lapsed-host",
  subject: ({ offerTitle }) => `Une place est de nouveau libre : ${offerTitle}`,
  Html: ({ firstName, offerTitle, pupilFirstName, link }) => (
    <Letter
      title="Une place est de nouveau libre"
      preview="L’élève n’a pas confirmé à temps. Vous n’avez rien à faire."
      firstName={firstName}
      because={BECAUSE.host}
    >
      <Paragraph>
        {pupilFirstName} n’a pas confirmé à temps la place gardée pour votre offre « {offerTitle} ». Cette
        place est de nouveau libre.
      </Paragraph>
      <Paragraph>{NEXT}</Paragraph>
      <Action label="Voir mes candidatures" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, pupilFirstName, link }) =>
    letter(
      firstName,
      [
        `${pupilFirstName} n’a pas confirmé à temps la place gardée pour votre offre « ${offerTitle} ». Cette place est de nouveau libre.`,
        NEXT,
        action("Voir mes candidatures", link),
      ],
      BECAUSE.host,
    ),
};
