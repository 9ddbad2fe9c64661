import { parisDate } from "#app/kernel/calendar-date.ts";
import { localInstant } from "#app/kernel/local-time.ts";
import { longestFirst, type Awaited, type AwaitedAct } from "../../agreements/awaited/awaited.ts";
import type { BoardPupil, BoardSeason } from "./board-pupil.ts";
import { openWeeks } from "./standing.ts";

/**
 * Whose turn a pupil's internship is: a yes to confirm, then the agreement that has waited longest, then the oldest letter
 * without an answer, then the pupil, once pupils may write.
 */
export function awaitedOfPupil(pupil: BoardPupil, season: BoardSeason): Awaited | null {
  const { acceptedSince, awaitingSince, agreements } = pupil;
  if (acceptedSince) return turn("pupil", "confirmation", acceptedSince);
  const [agreement] = agreements.map(({ awaited }) => awaited).sort(longestFirst);
  if (agreement) return agreement;
  if (openWeeks(pupil, season).length === 0) return null;
  return awaitingSince ? turn("host", "answer", awaitingSince) : awaitedSearch(pupil, season);
}

function awaitedSearch(pupil: BoardPupil, { now, pupilsOpenOn }: BoardSeason): Awaited | null {
  if (parisDate(now) < pupilsOpenOn) return null;
  const opened = localInstant(pupilsOpenOn, 0, "Europe/Paris");
  if (pupil.sent > 0) return turn("pupil", "new_application", pupil.lastStepAt ?? opened);
  return pupil.firstSeenAt === null
    ? turn("pupil", "first_sign_in", latest(pupil.joinedAt, opened))
    : turn("pupil", "first_application", latest(pupil.firstSeenAt, opened));
}

function turn(party: Awaited["party"], act: AwaitedAct, since: Date): Awaited {
  return { party, act, missing: [], since };
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}
