import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { placementFacts, type PlacementSheet } from "./placement-facts.ts";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";
import { PUPIL_PAGE, toPupil } from "#app/emails/samples.ts";
import { SHEET } from "./placement-samples.ts";

interface Props extends PlacementSheet {
  link: string;
}

const NEWS = "C’est officiel, vous avez une place. Voici l’essentiel :";
const NEXT =
  "La suite : l’employeur et votre lycée complètent la convention, l’équipe enseignante la valide, puis elle est signée. Vous recevrez un message quand elle sera prête.";

/** To the pupil who confirmed: where, when, and what comes next. */
export const placementConfirmedPupil = defineEmail<Props>()({
  name: "placement-confirmed-pupil",
  sentOn: ["application.confirmed"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ hostName }) => `Stage confirmé : ${hostName}`,
  title: () => "Votre stage est confirmé",
  preview: () => "Le lieu, les dates et la suite de votre stage.",
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
