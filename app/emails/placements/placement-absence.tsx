import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { incidentAction, incidentFacts, incidentSubject, type Incident } from "./incident.ts";
import { TO_GUARDIAN, TO_SCHOOL } from "./placement-samples.ts";

const ABSENCE: Record<Incident["reader"], string> = {
  school:
    "La structure d’accueil signale que l’élève n’est pas sur le lieu du stage. Merci de joindre la famille, puis la structure.",
  guardian:
    "La structure d’accueil signale que votre enfant n’est pas sur le lieu du stage. Si vous connaissez la raison, dites-le au lycée. Sinon, essayez de joindre votre enfant sans attendre.",
};

/** To the head, the office, the teachers and the representatives, at once. */
export const placementAbsence = defineEmail<Incident>()({
  name: "placement-absence",
  sentOn: ["presence.absence_reported"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) => incidentSubject(props, "Absence signalée", "une absence est signalée"),
  title: () => "Une absence est signalée",
  preview: () => "La structure d’accueil signale que l’élève n’est pas sur le lieu du stage.",
  action: incidentAction,
  sms: ({ link }) =>
    `Stage de seconde : une absence est signalée sur le lieu du stage. Joignez votre enfant, puis le lycée. Suivi : ${link}`,
  ...emailContent((props: Incident) => [ABSENCE[props.reader]], incidentFacts),
  samples: [TO_SCHOOL, TO_GUARDIAN],
});
