import type { DeclineReason } from "#app/domain/applications/application.ts";
import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import type { BoardOrder } from "#app/domain/follow-up/board/board-filters.ts";
import type { Waiting } from "#app/domain/follow-up/board/board-totals.ts";
import {
  FEW_OFFERS,
  MANY_REFUSALS,
  REACH_KM,
  SILENT_DAYS,
  type HelpReason,
} from "#app/domain/follow-up/board/help-order.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";

/** The rule of the order, as the page shows it: one sentence a reason, the strongest first. */
export const HELP_RULE: Record<HelpReason, string> = {
  to_replace: "une place annulée par la structure d’accueil",
  nothing: "aucune candidature en cours, aucune place",
  silent: `rien de nouveau depuis ${SILENT_DAYS} jours`,
  refused: `${MANY_REFUSALS} refus ou plus`,
  few_offers: `moins de ${FEW_OFFERS} offres libres à ${REACH_KM} km du lycée`,
  one_week: "une place pour une seule semaine",
};

const SHORT: Record<HelpReason, string> = {
  to_replace: "place annulée",
  nothing: "rien en cours",
  silent: `rien de nouveau depuis ${SILENT_DAYS} jours`,
  refused: "refus répétés",
  few_offers: "peu d’offres autour du lycée",
  one_week: "une semaine à trouver",
};

/** Beside a name: why that pupil comes so high. What the standing says already is not said twice. */
export function helpText({ reasons }: Pick<BoardLine, "reasons">): string | null {
  const told = reasons.filter((reason) => reason !== "nothing" && reason !== "to_replace");
  return told.length > 0 ? told.map((reason) => SHORT[reason]).join(", ") : null;
}

const REFUSALS: Record<DeclineReason, string> = {
  no_seat_left: "plus de place",
  dates: "dates",
  no_supervisor: "personne pour accompagner",
  other_profile: "place donnée à d’autres",
  activity_stopped: "activité annulée",
};

/** "plus de place : 3, dates : 2" */
export function refusalsText(refusals: readonly { reason: DeclineReason; count: number }[]): string {
  return refusals.map(({ reason, count }) => `${REFUSALS[reason]} : ${count}`).join(", ");
}

/** "5 envoyées, 3 refusées, 1 sans réponse"; null where nothing was sent. */
export function lettersText({ sent, refused, unanswered }: BoardLine): string | null {
  if (sent === 0) return null;
  const told = [plural(sent, "envoyée")];
  if (refused > 0) told.push(plural(refused, "refusée"));
  if (unanswered > 0) told.push(`${unanswered} sans réponse`);
  return told.join(", ");
}

export function signInText({ firstSeenAt, activated }: BoardLine): string {
  if (firstSeenAt) return shortDay(firstSeenAt);
  return activated ? "pas encore" : "compte non activé";
}

/** "18 novembre" */
export function shortDay(at: Date): string {
  return frenchDate(parisDate(at), { year: false });
}

export const ORDER_LABELS: Record<BoardOrder, string> = {
  help: "À aider d’abord",
  name: "Nom de famille",
  waiting: "Attente la plus longue",
};

/** "3 conventions chez les professeurs, la plus ancienne depuis 16 jours" */
export function atTeachersText({ total, days }: Waiting): string {
  const since = days === 0 ? "aujourd’hui" : plural(days, "jour");
  const told = plural(total, "convention");
  if (total === 1) return `${told} chez les professeurs, depuis ${since}.`;
  return `${told} chez les professeurs, la plus ancienne depuis ${since}.`;
}
