import type { CancelReason } from "#app/domain/applications/application.ts";
import { ofName } from "#app/kernel/text.ts";
import { CANCEL_REASON_LABELS } from "#app/ui/messages/application-steps.ts";
import type { Period } from "#app/domain/notifications/compose/period.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { BECAUSE, factLines, periodText } from "#app/emails/wording.ts";
import { CLASS_PAGE, GUARDIAN_PAGE, toGuardian, toSchool } from "#app/emails/samples.ts";
import { INCIDENT } from "./placement-samples.ts";

type Reader = "guardian" | "school";

interface Props {
  reader: Reader;
  pupilFirstName: string;
  className: string;
  hostName: string;
  reason: CancelReason | null;
  period: Period | null;
  link: string;
}

const news = ({ pupilFirstName, reason }: Props) =>
  `La structure d’accueil annule le stage ${ofName(pupilFirstName)}.${reason ? ` ${CANCEL_REASON_LABELS[reason]}` : ""}`;

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

const SAMPLE = { ...INCIDENT, reason: "site_closed" as const };

/** To the representatives and the teachers: the host takes back a place that was confirmed. */
export const placementCancelled = defineEmail<Props>()({
  name: "placement-cancelled",
  sentOn: ["application.cancelled"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) =>
    props.reader === "school"
      ? staffSubject("Stage annulé", props)
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
  samples: [
    toSchool({ ...SAMPLE, reader: "school", link: CLASS_PAGE }),
    toGuardian({ ...SAMPLE, reader: "guardian", link: GUARDIAN_PAGE }),
  ],
});
