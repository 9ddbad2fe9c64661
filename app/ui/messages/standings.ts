import type { Standing } from "#app/domain/follow-up/pupil-standing.ts";
import type { StatusLabel } from "./applications.ts";

/** Where a pupil stands, in the words of the school. */
export const STANDING_LABELS: Record<Standing, StatusLabel> = {
  nothing: { tone: "error", text: "Rien en cours" },
  applying: { tone: "info", text: "Candidatures en cours" },
  to_confirm: { tone: "warning", text: "Place à confirmer" },
  placed_week_1: { tone: "info", text: "Place pour la semaine 1" },
  placed_week_2: { tone: "info", text: "Place pour la semaine 2" },
  placed: { tone: "success", text: "Place pour les deux semaines" },
};
