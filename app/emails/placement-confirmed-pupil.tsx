import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { hoursLines } from "./hours-text.ts";
import { Facts, Paragraph } from "./letter.tsx";
import type { EmailTemplate, Fact } from "./template.ts";
import { BECAUSE, factLines, periodText } from "./wording.ts";

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

const NEWS = "C’est officiel, vous avez une place. Voici l’essentiel :";
const NEXT =
  "La suite : l’employeur et votre lycée complètent la convention, l’équipe enseignante la valide, puis elle est signée. Vous recevrez un message quand elle sera prête.";

const facts = ({ period, hours, ...props }: Props): Fact[] => [
  ["Stage", props.offerTitle],
  ["Employeur", props.hostName],
  ["Adresse", props.address],
  ["Dates", period && periodText(period)],
  ["Horaires", hours && hoursLines(hours)],
  ["Qui vous accompagne", props.supervisorName],
  ["Repas du midi", props.lunch],
  ["Pour venir", props.accessNote],
];

/** To the pupil who confirmed: where, when, and what comes next. */
export const placementConfirmedPupil: EmailTemplate<Props> = {
  name: "placement-confirmed-pupil",
  topic: null,
  because: () => BECAUSE.pupil,
  subject: () => "Votre stage est confirmé",
  title: () => "Votre stage est confirmé",
  preview: () => "Le lieu, les dates et la suite de votre stage.",
  action: ({ link }) => ({ label: "Voir mon stage", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), NEXT],
};
