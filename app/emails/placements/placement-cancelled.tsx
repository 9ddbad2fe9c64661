import type { Period } from "#app/domain/notifications/compose/period.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, factLines, periodText } from "#app/emails/wording.ts";
import { TO_GUARDIAN, TO_SCHOOL } from "./placement-samples.ts";

type Reader = "guardian" | "school";

interface Props {
  reader: Reader;
  pupilFirstName: string;
  className: string;
  hostName: string;
  period: Period | null;
  link: string;
}

const news = ({ pupilFirstName, hostName }: Props) =>
  `${hostName} ne peut finalement plus accueillir ${pupilFirstName}. Le stage prévu n’aura pas lieu.`;

const NEXT: Record<Reader, string> = {
  guardian:
    "Vous n’avez rien à faire. L’équipe enseignante est prévenue et peut aider à trouver une autre place.",
  school:
    "L’élève et sa famille le savent déjà, et des offres encore libres près du lycée lui sont proposées. Votre aide sera précieuse.",
};

const facts = ({ reader, pupilFirstName, className, hostName, period }: Props): Fact[] => [
  ["Élève", reader === "school" ? `${pupilFirstName}, ${className}` : null],
  ["Structure d’accueil", hostName],
  ["Dates", period && periodText(period)],
];

/** To the representatives and the teachers: the host takes back a place that was confirmed. */
export const placementCancelled = defineEmail<Props>()({
  name: "placement-cancelled",
  sentOn: ["application.cancelled"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: ({ reader, className }) =>
    reader === "school"
      ? `Un stage est annulé par la structure (${className})`
      : "Stage de seconde : le stage prévu est annulé",
  title: () => "Un stage est annulé par la structure d’accueil",
  preview: () => "La structure d’accueil ne peut finalement plus recevoir l’élève.",
  action: ({ reader, link }) => ({ label: reader === "school" ? "Voir la classe" : "Voir le suivi", link }),
  sms: ({ link }) =>
    `Stage de seconde : l’employeur annule le stage prévu. Le lycée est prévenu. Suivi : ${link}`,
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT[props.reader]}</Paragraph>
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), NEXT[props.reader]],
  samples: [TO_SCHOOL, TO_GUARDIAN],
});
