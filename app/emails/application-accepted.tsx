import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { Action, Facts, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter, periodText } from "./wording.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  town: string;
  period: Period | null;
  confirmBefore: Date;
  link: string;
}

/** To the pupil whom a host accepts: the place is kept until the deadline. */
export const applicationAccepted: EmailTemplate<Props> = {
  name: "application-accepted",
  subject: ({ confirmBefore }) =>
    `Candidature acceptée : à confirmer avant le ${frenchDateTime(confirmBefore)}`,
  Html: ({ firstName, offerTitle, hostName, town, period, confirmBefore, link }) => (
    <Letter
      title="Votre candidature est acceptée"
      preview="Il ne reste qu’à confirmer votre place."
      firstName={firstName}
      because={BECAUSE.pupil}
    >
      <Paragraph>Bonne nouvelle : {hostName} vous propose une place !</Paragraph>
      <Facts
        items={[
          ["Offre", offerTitle],
          ["Lieu", town],
          ["Dates", period && periodText(period)],
          ["À confirmer avant le", frenchDateTime(confirmBefore)],
        ]}
      />
      <Paragraph>
        La place est gardée pour vous jusque-là. Si vous la confirmez, vos autres candidatures pour les mêmes
        semaines seront closes, avec un mot de remerciement.
      </Paragraph>
      <Action label="Confirmer ce stage" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, hostName, town, period, confirmBefore, link }) =>
    letter(
      firstName,
      [
        `Bonne nouvelle : ${hostName} (${town}) vous propose une place pour l’offre « ${offerTitle} »${period ? `, ${periodText(period)}` : ""} !`,
        `La place est gardée pour vous jusqu’au ${frenchDateTime(confirmBefore)}. Si vous la confirmez, vos autres candidatures pour les mêmes semaines seront closes, avec un mot de remerciement.`,
        action("Confirmer ce stage", link),
      ],
      BECAUSE.pupil,
    ),
};
