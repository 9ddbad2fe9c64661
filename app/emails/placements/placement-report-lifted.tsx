import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { toGuardian, toSchool } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { incidentAction, incidentFacts, incidentSubject, type Incident } from "./incident.ts";
import { TO_GUARDIAN, TO_SCHOOL } from "./placement-samples.ts";

type Props = Incident & { reported: "absence" | "accident" };

const NEWS: Record<Props["reported"], Record<Incident["reader"], string>> = {
  absence: {
    school: "L’élève dont l’absence vous a été signalée aujourd’hui est sur le lieu du stage.",
    guardian: "Votre enfant est sur le lieu du stage : l’absence signalée aujourd’hui est levée.",
  },
  accident: {
    school: "L’accident signalé aujourd’hui l’a été par erreur.",
    guardian: "L’accident signalé aujourd’hui l’a été par erreur : il ne s’est rien passé.",
  },
};

const STAFF_SUBJECTS: Record<Props["reported"], string> = {
  absence: "Absence levée",
  accident: "Accident signalé par erreur",
};

const SUBJECTS: Record<Props["reported"], string> = {
  absence: "l’absence signalée est levée",
  accident: "l’accident a été signalé par erreur",
};

/** To those who were told of an absence or an accident, at once: it is no longer so. */
export const placementReportLifted = defineEmail<Props>()({
  name: "placement-report-lifted",
  sentOn: ["presence.report_lifted"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: (props) => incidentSubject(props, STAFF_SUBJECTS[props.reported], SUBJECTS[props.reported]),
  title: ({ reported }) => (reported === "absence" ? "L’absence est levée" : "Il n’y a pas eu d’accident"),
  preview: () => "Ce qui vous a été signalé aujourd’hui n’est plus d’actualité.",
  action: incidentAction,
  sms: ({ reported, link }) => `Stage de seconde : ${SUBJECTS[reported]}. Suivi : ${link}`,
  ...emailContent((props: Props) => [NEWS[props.reported][props.reader]], incidentFacts),
  samples: [
    toSchool({ ...TO_SCHOOL.props, reported: "absence" }),
    toGuardian({ ...TO_GUARDIAN.props, reported: "accident" }),
  ],
});
