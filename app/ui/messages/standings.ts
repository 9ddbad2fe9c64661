import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import type { Nothing, Standing } from "#app/domain/follow-up/board/standing.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import type { StatusLabel } from "./applications.ts";

/** Where a pupil stands, in the words of the school. */
export const STANDING_LABELS: Record<Standing, StatusLabel> = {
  to_replace: { tone: "error", text: "À replacer" },
  nothing: { tone: "error", text: "Rien en cours" },
  applying: { tone: "info", text: "Candidatures en cours" },
  half: { tone: "warning", text: "Une seule semaine" },
  to_confirm: { tone: "warning", text: "Place à confirmer" },
  agreement: { tone: "info", text: "Convention en cours" },
  signed: { tone: "success", text: "Convention signée" },
  at_school: { tone: "neutral", text: "Accueil au lycée" },
  exempt: { tone: "neutral", text: "Dispense de stage" },
};

const NOTHING: Record<Nothing, string> = {
  never_started: "Jamais commencé",
  letter_begun: "Lettre commencée",
  all_refused: "Rien en cours",
  stopped: "Rien en cours",
};

type Told = Pick<BoardLine, "standing" | "nothing" | "weeks" | "refused" | "lastTryAt">;

/** The standing of one pupil: nothing is told in its several kinds. */
export function standingLabel({ standing, nothing }: Told): StatusLabel {
  const { tone, text } = STANDING_LABELS[standing];
  return { tone, text: nothing ? NOTHING[nothing] : text };
}

/** What the label leaves out: "5 refus, dernier essai le 18 novembre", "place trouvée pour la semaine 1". */
export function standingDetail({ standing, nothing, weeks, refused, lastTryAt }: Told): string | null {
  if (standing === "half") return `place trouvée pour la semaine ${weeks[0] ?? 1}`;
  if (standing === "to_replace") return "la structure d’accueil a annulé";
  if (nothing === null || lastTryAt === null) return null;
  const tried = `dernier essai le ${frenchDate(parisDate(lastTryAt), { year: false })}`;
  return refused > 0 ? `${plural(refused, "refus", "refus")}, ${tried}` : tried;
}
