import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { placementFacts, type PlacementSheet } from "./placement-facts.ts";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";
import { PUPIL_PAGE, toPupil } from "#app/emails/samples.ts";
import { SHEET } from "./placement-samples.ts";

interface Props extends PlacementSheet {
  link: string;
}

const NEWS = "Votre stage commence bientôt. Voici votre fiche pratique :";
const NEXT =
  "D’ici là, repérez le trajet et le temps qu’il faut, et notez qui joindre en cas de retard : c’est sur la page de votre stage. Le premier jour, une tenue simple et de quoi prendre des notes suffisent.";

/** To the pupil, a week before the first day: the practical sheet. */
export const placementWeekBefore = defineEmail<Props>()({
  name: "placement-week-before",
  sentOn: ["placement.week_before"],
  topic: "advice",
  because: () => BECAUSE.pupil,
  subject: () => "Votre stage approche : la fiche pratique",
  title: () => "Votre fiche pratique",
  preview: () => "Adresse, horaires, repas : de quoi préparer votre stage.",
  action: ({ link }) => ({ label: "Voir mon stage", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={placementFacts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(placementFacts(props)), NEXT],
  samples: [toPupil({ ...SHEET, link: PUPIL_PAGE })],
});
