import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { Action, Facts, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter, periodText } from "./wording.ts";

interface Props {
  offerTitle: string;
  pupilFirstName: string;
  period: Period | null;
  link: string;
}

const CONTACT = "Son nom complet et ses coordonnées sont maintenant visibles dans votre espace.";
const NEXT =
  "La convention se prépare avec le lycée. S’il manque une information de votre part, nous vous écrirons.";

/** To each employer of the host: the identity is read by link, the letter holds the first name only. */
export const placementConfirmedHost: EmailTemplate<Props> = {
  name: "placement-confirmed-host",
  subject: ({ offerTitle }) => `Stage confirmé : ${offerTitle}`,
  Html: ({ firstName, offerTitle, pupilFirstName, period, link }) => (
    <Letter
      title="Le stage est confirmé"
      preview="La place est prise, la convention se prépare."
      firstName={firstName}
      because={BECAUSE.host}
    >
      <Paragraph>{pupilFirstName} a confirmé sa venue. Merci de faire découvrir votre métier !</Paragraph>
      <Facts
        items={[
          ["Offre", offerTitle],
          ["Dates", period && periodText(period)],
        ]}
      />
      <Paragraph>
        {CONTACT} {NEXT}
      </Paragraph>
      <Action label="Voir la candidature" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, pupilFirstName, period, link }) =>
    letter(
      firstName,
      [
        `${pupilFirstName} a confirmé sa venue pour l’offre « ${offerTitle} »${period ? `, ${periodText(period)}` : ""}. Merci de faire découvrir votre métier !`,
        `${CONTACT} ${NEXT}`,
        action("Voir la candidature", link),
      ],
      BECAUSE.host,
    ),
};
