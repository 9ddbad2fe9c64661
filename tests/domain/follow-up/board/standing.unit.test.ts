import { describe, expect, it } from "vitest";
import type { BoardAgreement, BoardPupil } from "#app/domain/follow-up/board/board-pupil.ts";
import { nothingOf, standingOf } from "#app/domain/follow-up/board/standing.ts";
import type { Situation } from "#app/domain/follow-up/situations/situation.ts";
import { boardPupil, season } from "./pupil.ts";

const agreement = (status: BoardAgreement["status"]) => ({
  id: status,
  status,
  hostName: "h",
  awaited: null,
});
const off = (kind: Situation["kind"], startsOn = "2027-06-17", endsOn = "2027-06-28"): Situation => ({
  id: kind,
  kind,
  startsOn,
  endsOn,
  reason: kind === "exempt" ? "abroad" : null,
  programme: kind === "exempt" ? null : "CDI",
});

describe("where a pupil stands", () => {
  it.each<[string, Partial<BoardPupil>]>([
    ["nothing", {}],
    ["nothing", { sent: 5, refused: 5 }],
    ["applying", { sent: 1, awaiting: 1 }],
    ["to_confirm", { awaiting: 1, toConfirm: 1, lostWeeks: [1] }],
    ["to_replace", { lostWeeks: [1, 2], awaiting: 2 }],
    ["to_replace", { lostWeeks: [2], weeks: [1] }],
    ["half", { weeks: [1], awaiting: 2 }],
    ["agreement", { weeks: [1, 2], agreements: [agreement("signing")] }],
    ["agreement", { weeks: [1, 2], agreements: [agreement("signed"), agreement("completed")] }],
    ["signed", { weeks: [1, 2], agreements: [agreement("cancelled"), agreement("signed")] }],
    ["signed", { weeks: [1, 2], lostWeeks: [1], agreements: [agreement("signed")] }],
    ["exempt", { situations: [off("exempt")], lostWeeks: [1] }],
    [
      "at_school",
      { situations: [off("at_school", "2027-06-17", "2027-06-22"), off("exempt", "2027-06-23")] },
    ],
    ["nothing", { situations: [off("exempt", "2027-06-17", "2027-06-24")] }],
    [
      "agreement",
      { weeks: [1], situations: [off("at_school", "2027-06-23")], agreements: [agreement("draft")] },
    ],
  ])("is %s with %j", (standing, change) => {
    expect(standingOf(boardPupil(change), season)).toBe(standing);
  });

  it("tells never started, a letter begun, refused, and stopped apart", () => {
    expect(nothingOf({ sent: 0, refused: 0, drafts: 0 })).toBe("never_started");
    expect(nothingOf({ sent: 0, refused: 0, drafts: 2 })).toBe("letter_begun");
    expect(nothingOf({ sent: 5, refused: 5, drafts: 0 })).toBe("all_refused");
    expect(nothingOf({ sent: 1, refused: 0, drafts: 0 })).toBe("stopped");
  });
});
