import type { ApplicationChange } from "#app/domain/applications/application.ts";
import type { PupilApplicationDetail } from "#app/domain/applications/views/pupil-application.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import type { TimelineStep } from "../components/timeline.tsx";
import { applicationStep } from "../messages/application-steps.ts";
import { deadlineText } from "./application-dates.ts";

/** What happened, with its dates, then what is waited for. */
export function applicationSteps(
  application: Pick<PupilApplicationDetail, "status" | "changes" | "deadlineAt" | "agreement">,
): TimelineStep[] {
  return [...application.changes.map(pastStep), ...comingSteps(application)];
}

function pastStep(change: ApplicationChange): TimelineStep {
  return { ...applicationStep(change, "pupil"), date: frenchDateTime(change.at), state: "done" };
}

function comingSteps({
  status,
  deadlineAt,
  agreement,
}: Pick<PupilApplicationDetail, "status" | "deadlineAt" | "agreement">): TimelineStep[] {
  const limit = deadlineAt ? `Au plus tard le ${deadlineText(deadlineAt)}` : "";
  switch (status) {
    case "submitted":
    case "seen":
      return [
        { title: "Réponse de l’employeur", state: "current", date: limit },
        { title: "Votre confirmation", state: "upcoming" },
      ];
    case "accepted":
      return [
        { title: "Votre confirmation", state: "current", date: limit },
        { title: "Convention validée par votre équipe enseignante", state: "upcoming" },
      ];
    case "confirmed":
      return [
        {
          title: "Convention validée par votre équipe enseignante",
          state: agreement?.validated ? "done" : "current",
        },
        { title: "Signature de la convention", state: agreement?.validated ? "current" : "upcoming" },
      ];
    default:
      return [];
  }
}
