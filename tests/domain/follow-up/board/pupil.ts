import type { BoardPupil, BoardSeason } from "#app/domain/follow-up/board/board-pupil.ts";

export const season: BoardSeason = {
  now: new Date("2027-03-15T08:00:00Z"),
  pupilsOpenOn: "2027-01-15",
  weeks: [
    { week: 1, startsOn: "2027-06-17", endsOn: "2027-06-22" },
    { week: 2, startsOn: "2027-06-23", endsOn: "2027-06-28" },
  ],
};

const joinedAt = new Date("2026-09-01T08:00:00Z");

/** A pupil who came in September and has done nothing yet; what is told changes it. */
export function boardPupil(change: Partial<BoardPupil> = {}): BoardPupil {
  return {
    id: "p",
    firstName: "Lina",
    lastName: "Petit",
    classGroupId: "c",
    joinedAt,
    activated: false,
    firstSeenAt: null,
    weeks: [],
    lostWeeks: [],
    sent: 0,
    drafts: 0,
    refused: 0,
    unanswered: 0,
    awaiting: 0,
    toConfirm: 0,
    refusalReasons: {},
    awaitingSince: null,
    acceptedSince: null,
    lastTryAt: null,
    lastStepAt: null,
    agreements: [],
    situations: [],
    ...change,
  };
}
