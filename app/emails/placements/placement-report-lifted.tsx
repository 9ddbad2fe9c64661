import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { toGuardian, toSchool } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { incidentAction, incidentFacts, type Incident } from "./incident.ts";
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

const SUBJECTS: Record<Props["reported"], string> = {
  absence: "Stage de seconde : l’absence signalée est levée",
  accident: "Stage de seconde : l’accident a été signalé par erreur",
};

/** To those who were told of an absence or an accident, at once: it is no longer so. */
export const placementReportLifted = defineEmail<Props>()({
  name: "placement-report-lifted",
  sentOn: ["presence.report_lifted"],
  topic: null,
  because: ({ reader }) => BECAUSE[reader],
  subject: ({ reported }) => SUBJECTS[reported],
  title: ({ reported }) => (reported === "absence" ? "L’absence est levée" : "Il n’y a pas eu d’accident"),
  preview: () => "Ce qui vous a été signalé aujourd’hui n’est plus d’actualité.",
  action: incidentAction,
  sms: ({ reported, link }) => `${SUBJECTS[reported]}. Suivi : ${link}`,
  ...emailContent((props: Props) => [NEWS[props.reported][props.reader]], incidentFacts),
  samples: [
    toSchool({ ...TO_SCHOOL.props, reported: "absence" }),
    toGuardian({ ...TO_GUARDIAN.props, reported: "accident" }),
  ],
});
