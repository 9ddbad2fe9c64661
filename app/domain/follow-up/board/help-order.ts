import { daysBetween, parisDate } from "#app/kernel/calendar-date.ts";
import type { BoardPupil, BoardSeason } from "./board-pupil.ts";
import { standingOf, STANDINGS, type Standing } from "./standing.ts";

/** Why a pupil needs help, the strongest reason first: the order of the board is this list, and the page shows it. */
export const HELP_REASONS = ["to_replace", "nothing", "silent", "refused", "few_offers", "one_week"] as const;
export type HelpReason = (typeof HELP_REASONS)[number];

export const SILENT_DAYS = 10;
export const MANY_REFUSALS = 3;
export const FEW_OFFERS = 10;
/** Around the school: half an hour by bus, more or less. */
export const REACH_KM = 30;

const SEARCHING: readonly Standing[] = ["to_replace", "nothing", "applying", "half"];

/** All the reasons of a pupil; none for one who has nothing more to find, and none of not writing before pupils may. */
export function helpReasonsOf(
  pupil: BoardPupil,
  season: BoardSeason,
  /** Offers with a free seat around the school; null where nobody knows where it is. */
  offersWithinReach: number | null,
): HelpReason[] {
  const standing = standingOf(pupil, season);
  if (!SEARCHING.includes(standing) || parisDate(season.now) < season.pupilsOpenOn) return [];
  const holds: Record<HelpReason, boolean> = {
    to_replace: standing === "to_replace",
    nothing: standing === "nothing",
    silent: daysOfSilence(pupil, season) >= SILENT_DAYS,
    refused: pupil.refused >= MANY_REFUSALS,
    few_offers: offersWithinReach !== null && offersWithinReach < FEW_OFFERS,
    one_week: pupil.weeks.length > 0,
  };
  return HELP_REASONS.filter((reason) => holds[reason]);
}

/** Since the last thing that happened; since pupils may write, or since the pupil came to the class, when nothing did. */
function daysOfSilence({ lastStepAt, joinedAt }: BoardPupil, { now, pupilsOpenOn }: BoardSeason): number {
  const joinedOn = parisDate(joinedAt);
  const from = lastStepAt ? parisDate(lastStepAt) : joinedOn > pupilsOpenOn ? joinedOn : pupilsOpenOn;
  return daysBetween(from, parisDate(now));
}

export interface Ranked {
  id: string;
  lastName: string;
  firstName: string;
  standing: Standing;
  reasons: readonly HelpReason[];
  lastStepAt: Date | null;
}

/**
 * Whom to help first: a strong reason before any number of weaker ones, then who has most left to
 * find, then who has been silent longest, then by name.
 */
export function byHelp(one: Ranked, other: Ranked): number {
  return (
    weightOf(other.reasons) - weightOf(one.reasons) ||
    STANDINGS.indexOf(one.standing) - STANDINGS.indexOf(other.standing) ||
    (one.lastStepAt?.getTime() ?? 0) - (other.lastStepAt?.getTime() ?? 0) ||
    byName(one, other)
  );
}

/** Family name first. */
export function byName(one: Pick<Ranked, "id" | "lastName" | "firstName">, other: typeof one): number {
  return (
    one.lastName.localeCompare(other.lastName, "fr") ||
    one.firstName.localeCompare(other.firstName, "fr") ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

function weightOf(reasons: readonly HelpReason[]): number {
  return reasons.reduce((sum, reason) => sum + 2 ** (HELP_REASONS.length - HELP_REASONS.indexOf(reason)), 0);
}
