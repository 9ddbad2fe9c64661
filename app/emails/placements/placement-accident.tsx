import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { incidentAction, incidentFacts, incidentSubject, type Incident } from "./incident.ts";
import { TO_GUARDIAN, TO_SCHOOL } from "./placement-samples.ts";

const ACCIDENT: Record<Incident["reader"], string> = {
  school:
    "La structure d’accueil signale un accident pendant le stage. Merci de l’appeler, puis de joindre la famille. La déclaration doit être faite le jour même.",
  guardian:
    "La structure d’accueil signale un accident pendant le stage. Nous n’en savons pas plus par ce message : appelez le lycée, qui est prévenu en même temps que vous, ou la structure d’accueil.",
};

/** To the head, the office, the teachers and the representatives, at once: what happened is said by voice, not by mail. */
export const placementAccident = defineEmail<Incident>()({
  name: "placement-accident",
  sentOn: ["presence.accident_reported"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) => incidentSubject(props, "Accident signalé", "un accident est signalé"),
  title: () => "Un accident est signalé",
  preview: () => "La structure d’accueil signale un accident pendant le stage.",
  action: incidentAction,
  sms: ({ link }) =>
    `Stage de seconde : un accident est signalé pendant le stage. Appelez le lycée, qui est prévenu. Suivi : ${link}`,
  ...emailContent((props: Incident) => [ACCIDENT[props.reader]], incidentFacts),
  samples: [TO_SCHOOL, TO_GUARDIAN],
});
