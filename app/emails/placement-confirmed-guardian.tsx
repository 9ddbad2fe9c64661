import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { hoursLines } from "./hours-text.ts";
import { Action, Facts, Letter, Lines, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter, periodText } from "./wording.ts";

interface Props {
  pupilFirstName: string;
  hostName: string;
  town: string;
  period: Period | null;
  hours: HoursGrid | null;
  link: string;
}

const NEXT =
  "Vous n’avez rien à faire pour le moment. La convention, qui fixe les conditions du stage, vous sera présentée par le lycée pour signature. Pour toute question, adressez-vous au lycée.";

/** To each legal representative who gave an address: a summary, no account needed. */
export const placementConfirmedGuardian: EmailTemplate<Props> = {
  name: "placement-confirmed-guardian",
  subject: () => "Stage de seconde : un lieu de stage est confirmé",
  Html: ({ firstName, pupilFirstName, hostName, town, period, hours, link }) => (
    <Letter
      title="Un lieu de stage est confirmé"
      preview="Le résumé du stage : lieu, dates et horaires."
      firstName={firstName}
      because={BECAUSE.guardian}
    >
      <Paragraph>{pupilFirstName} a confirmé un lieu pour son stage de seconde. En résumé :</Paragraph>
      <Facts
        items={[
          ["Structure d’accueil", hostName],
          ["Ville", town],
          ["Dates", period && periodText(period)],
          ["Horaires", hours && <Lines lines={hoursLines(hours)} />],
        ]}
      />
      <Paragraph>{NEXT}</Paragraph>
      <Action label="Comprendre le stage de seconde" link={link} />
    </Letter>
  ),
  text: ({ firstName, pupilFirstName, hostName, town, period, hours, link }) =>
    letter(
      firstName,
      [
        `${pupilFirstName} a confirmé un lieu pour son stage de seconde : ${hostName} (${town}).`,
        period && `Dates : ${periodText(period)}`,
        hours && `Horaires :\n${hoursLines(hours).join("\n")}`,
        NEXT,
        action("Comprendre le stage de seconde", link),
      ],
      BECAUSE.guardian,
    ),
};
