import type { Awaited } from "../../agreements/awaited/awaited.ts";
import type { BoardPupil, BoardSeason } from "./board-pupil.ts";
import { helpReasonsOf, type HelpReason } from "./help-order.ts";
import { awaitedOfPupil } from "./pupil-awaited.ts";
import { nothingOf, standingOf, type Nothing, type Standing } from "./standing.ts";

/** A pupil in one line of the board. */
export interface BoardLine extends Pick<
  BoardPupil,
  | "id"
  | "firstName"
  | "lastName"
  | "classGroupId"
  | "activated"
  | "firstSeenAt"
  | "weeks"
  | "sent"
  | "refused"
  | "unanswered"
  | "refusalReasons"
  | "lastTryAt"
  | "lastStepAt"
> {
  className: string;
  /** Entrusted to the reader, who may not follow the class. */
  isReferent: boolean;
  standing: Standing;
  /** Of a pupil who has nothing under way. */
  nothing: Nothing | null;
  awaited: Awaited | null;
  reasons: HelpReason[];
  /** Where they go, and the way to each agreement. */
  agreements: { id: string; hostName: string; awaited: Awaited | null }[];
}

export interface BoardClass {
  id: string;
  name: string;
  schoolUai: string;
  /** Those that the school expects; null where it has not said. */
  expected: number | null;
}

/** Offers with a free seat around each school; a school that is not there has no known place. */
export type Reach = ReadonlyMap<string, number>;

export function boardLine(
  pupil: BoardPupil,
  classGroup: BoardClass,
  season: BoardSeason,
  reach: Reach,
): BoardLine {
  const standing = standingOf(pupil, season);
  const going = pupil.agreements.filter(({ status }) => status !== "cancelled");
  return {
    id: pupil.id,
    firstName: pupil.firstName,
    lastName: pupil.lastName,
    classGroupId: pupil.classGroupId,
    className: classGroup.name,
    isReferent: false,
    activated: pupil.activated,
    firstSeenAt: pupil.firstSeenAt,
    weeks: pupil.weeks,
    sent: pupil.sent,
    refused: pupil.refused,
    unanswered: pupil.unanswered,
    refusalReasons: pupil.refusalReasons,
    lastTryAt: pupil.lastTryAt,
    lastStepAt: pupil.lastStepAt,
    standing,
    nothing: standing === "nothing" ? nothingOf(pupil) : null,
    awaited: awaitedOfPupil(pupil, season),
    reasons: helpReasonsOf(pupil, season, reach.get(classGroup.schoolUai) ?? null),
    agreements: going.map(({ id, hostName, awaited }) => ({ id, hostName, awaited })),
  };
}
