import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { hoursLines } from "./hours-text.ts";
import { Action, Facts, Letter, Lines, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter, periodText } from "./wording.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  /** Street, postcode and town. */
  address: string;
  period: Period | null;
  hours: HoursGrid | null;
  supervisorName: string | null;
  lunch: string | null;
  accessNote: string | null;
  link: string;
}

const NEXT =
  "La suite : l’employeur et votre lycée complètent la convention, l’équipe enseignante la valide, puis elle est signée. Vous recevrez un message quand elle sera prête.";

/** To the pupil who confirmed: where, when, and what comes next. */
export const placementConfirmedPupil: EmailTemplate<Props> = {
  name: "placement-confirmed-pupil",
  subject: () => "Votre stage est confirmé",
  Html: ({ firstName, hours, period, ...props }) => (
    <Letter
      title="Votre stage est confirmé"
      preview="Le lieu, les dates et la suite."
      firstName={firstName}
      because={BECAUSE.pupil}
    >
      <Paragraph>C’est officiel, vous avez une place. Voici l’essentiel :</Paragraph>
      <Facts
        items={[
          ["Stage", props.offerTitle],
          ["Employeur", props.hostName],
          ["Adresse", props.address],
          ["Dates", period && periodText(period)],
          ["Horaires", hours && <Lines lines={hoursLines(hours)} />],
          ["Qui vous accompagne", props.supervisorName],
          ["Repas du midi", props.lunch],
          ["Pour venir", props.accessNote],
        ]}
      />
      <Paragraph>{NEXT}</Paragraph>
      <Action label="Voir mon stage" link={props.link} />
    </Letter>
  ),
  text: ({ firstName, hours, period, ...props }) =>
    letter(
      firstName,
      [
        `C’est officiel, vous avez une place : « ${props.offerTitle} », chez ${props.hostName}.`,
        `Adresse : ${props.address}`,
        period && `Dates : ${periodText(period)}`,
        hours && `Horaires :\n${hoursLines(hours).join("\n")}`,
        props.supervisorName && `Qui vous accompagne : ${props.supervisorName}`,
        props.lunch && `Repas du midi : ${props.lunch}`,
        props.accessNote && `Pour venir : ${props.accessNote}`,
        NEXT,
        action("Voir mon stage", props.link),
      ],
      BECAUSE.pupil,
    ),
};
