import { describe, expect, it } from "vitest";
import {
  classBoards,
  standingOf,
  STANDINGS,
  type FollowedPupil,
} from "#app/domain/follow-up/pupil-standing.ts";

const pupil = (change: Partial<FollowedPupil> = {}): FollowedPupil => ({
  id: "pupil",
  name: "Camille",
  classGroupId: "B",
  activated: false,
  weeks: [],
  live: 0,
  toConfirm: 0,
  agreements: [],
  ...change,
});
const agreement = (status: FollowedPupil["agreements"][number]["status"]) => ({
  id: "a",
  status,
  hostName: "h",
});

describe("where a pupil stands", () => {
  it.each([
    ["nothing", {}],
    ["applying", { live: 1 }],
    ["to_confirm", { live: 2, toConfirm: 1 }],
    ["placed_week_1", { weeks: [1], live: 2, toConfirm: 1 }],
    ["placed_week_2", { weeks: [2], live: 1 }],
    ["placed", { weeks: [2, 1], toConfirm: 1 }],
  ] as const)("is %s", (standing, change) =>
    expect(standingOf(pupil({ ...change, weeks: "weeks" in change ? [...change.weeks] : [] }))).toBe(
      standing,
    ),
  );
});

describe("the board of a class", () => {
  it("counts its own pupils by standing and its agreements by status, in the order of the classes", () => {
    const pupils = [
      pupil({ weeks: [1, 2], agreements: [agreement("completed"), agreement("teacher_validated")] }),
      pupil({ weeks: [1], agreements: [agreement("completed")] }),
      pupil({ weeks: [2], activated: true }),
      pupil({ live: 1 }),
      pupil({ live: 1, toConfirm: 1 }),
      pupil(),
      pupil({ classGroupId: "C", live: 1 }),
      pupil({ classGroupId: "elsewhere" }),
    ];
    const classes = ["C", "A", "B"].map((id) => ({ id, name: `2de ${id}`, expected: 28 }));
    const boards = classBoards(classes, pupils);
    expect(boards.map(({ name, pupils: count }) => [name, count])).toEqual([
      ["2de C", 1],
      ["2de A", 0],
      ["2de B", 6],
    ]);
    expect(boards[2]).toMatchObject({ expected: 28, activated: 1 });
    expect(boards[2]?.standings).toEqual(Object.fromEntries(STANDINGS.map((standing) => [standing, 1])));
    expect(boards[2]?.agreements).toEqual({ completed: 2, teacher_validated: 1 });
    expect(boards[0]?.standings).toMatchObject({ applying: 1, nothing: 0 });
    expect(boards[1]?.agreements).toEqual({});
  });
});
