import type { DayState } from "#app/domain/follow-up/presence/day-board.ts";
import type { PresenceFailure, PresenceReport } from "#app/domain/follow-up/presence/presence.ts";
import type { SupervisorLinkFailure } from "#app/domain/follow-up/supervisor/supervisor-link.failures.ts";
import { frenchDate, frenchTime } from "#app/kernel/calendar-date.ts";
import type { FailureBut } from "#app/kernel/result.ts";
import type { StatusLabel } from "../applications.ts";

/** Where a pupil is that day, in a word. */
export const DAY_STATE_LABELS: Record<DayState, StatusLabel> = {
  accident: { tone: "error", text: "Accident signalé" },
  absent: { tone: "error", text: "Absence signalée" },
  lost: { tone: "error", text: "À replacer" },
  silent: { tone: "warning", text: "Sans nouvelles" },
  arrived: { tone: "success", text: "Sur place" },
  expected: { tone: "info", text: "Stage prévu" },
  nowhere: { tone: "neutral", text: "Pas de stage ce jour-là" },
  day_off: { tone: "neutral", text: "Jour sans présence" },
};

/** "Dit par la structure à 9 h 02" */
export function reportText({ side, reportedAt }: PresenceReport): string {
  return `Dit par ${side === "host" ? "la structure" : "le lycée"} à ${frenchTime(reportedAt)}`;
}

export function presenceFailureMessage(failure: FailureBut<PresenceFailure, "not_found">): string {
  switch (failure.code) {
    case "over":
      return "Rien n’a été noté : ce stage est annulé.";
    case "not_a_day":
      return `Rien n’a été noté : aucune présence n’est prévue sur le lieu du stage le ${frenchDate(failure.day, { weekday: true, year: false })}, ou ce jour n’est pas encore venu.`;
  }
}

export function supervisorLinkFailureMessage(
  failure: FailureBut<SupervisorLinkFailure, "not_found">,
): string {
  switch (failure.code) {
    case "over":
      return "Aucun lien n’a été envoyé : ce stage est annulé.";
    case "no_more_links":
      return "Ce lien a été remplacé trop souvent. Il ne peut plus l’être : appelez la structure.";
  }
}

/** "9 h – 17 h", from "09:00" and "17:00". */
export function hoursText({ from, to }: { from: string | null; to: string | null }): string {
  return from && to ? `${clockText(from)} – ${clockText(to)}` : "horaires à préciser";
}

function clockText(time: string): string {
  const [hour = "", minute = ""] = time.split(":");
  return minute === "00" ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
}
