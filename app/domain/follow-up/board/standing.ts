import type { WeekNumber } from "../../campaigns/campaign.ts";
import { weeksHeld } from "../situations/situation.ts";
import type { BoardPupil, BoardSeason } from "./board-pupil.ts";

/** Where a pupil stands in the search for a place, from the most to the least worrying. */
export const STANDINGS = [
  "to_replace",
  "nothing",
  "applying",
  "half",
  "to_confirm",
  "agreement",
  "signed",
  "at_school",
  "exempt",
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Three kinds of nothing, which ask for different help. */
export type Nothing = "never_started" | "letter_begun" | "all_refused" | "stopped";

type Searching = Pick<
  BoardPupil,
  "weeks" | "lostWeeks" | "awaiting" | "toConfirm" | "agreements" | "situations"
>;

/** Weeks for which the pupil has neither a place nor a reason to have none. */
export function openWeeks(
  { weeks, situations }: Pick<BoardPupil, "weeks" | "situations">,
  season: Pick<BoardSeason, "weeks">,
): WeekNumber[] {
  const held = weeksHeld(situations, season.weeks);
  return season.weeks.map(({ week }) => week).filter((week) => !weeks.includes(week) && !held.includes(week));
}

/** A place counts before a situation declared on the same days; what is still to be found counts before what is found. */
export function standingOf(pupil: Searching, season: Pick<BoardSeason, "weeks">): Standing {
  const open = openWeeks(pupil, season);
  if (open.length === 0) return settledStanding(pupil);
  if (pupil.toConfirm > 0) return "to_confirm";
  if (pupil.lostWeeks.some((week) => open.includes(week))) return "to_replace";
  if (pupil.weeks.length > 0) return "half";
  return pupil.awaiting > 0 ? "applying" : "nothing";
}

function settledStanding({ weeks, agreements, situations }: Searching): Standing {
  if (weeks.length === 0) return situations.some(({ kind }) => kind === "at_school") ? "at_school" : "exempt";
  const going = agreements.filter(({ status }) => status !== "cancelled");
  return going.length > 0 && going.every(({ status }) => status === "signed") ? "signed" : "agreement";
}

/** What kind of nothing it is. */
export function nothingOf({
  sent,
  refused,
  drafts,
}: Pick<BoardPupil, "sent" | "refused" | "drafts">): Nothing {
  if (sent === 0) return drafts > 0 ? "letter_begun" : "never_started";
  return refused > 0 ? "all_refused" : "stopped";
}
