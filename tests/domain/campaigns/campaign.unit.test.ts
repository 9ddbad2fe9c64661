import { describe, expect, it } from "vitest";
import {
  defaultWeeks,
  erasureOf,
  isOver,
  lastErasure,
  periodOf,
  type Campaign,
} from "#app/domain/campaigns/campaign.ts";

const campaign: Campaign = {
  id: "campaign",
  schoolYear: "2026-2027",
  startsOn: "2027-06-17",
  endsOn: "2027-06-28",
  hostsOpenOn: "2026-11-01",
  pupilsOpenOn: "2027-01-15",
  hostAnswerDays: 10,
  pupilConfirmDays: 5,
  maxLiveApplications: 10,
  weeks: defaultWeeks("2027-06-17", "2027-06-28"),
};

describe("the two weeks of a window", () => {
  it("are its halves, the first one longer by a day when the days are odd", () => {
    expect(defaultWeeks("2027-06-17", "2027-06-28")).toEqual([
      { week: 1, startsOn: "2027-06-17", endsOn: "2027-06-22" },
      { week: 2, startsOn: "2027-06-23", endsOn: "2027-06-28" },
    ]);
    expect(defaultWeeks("2027-06-17", "2027-06-27").map(({ endsOn }) => endsOn)).toEqual([
      "2027-06-22",
      "2027-06-27",
    ]);
  });

  it.each([
    [[1], "2027-06-17", "2027-06-22"],
    [[2], "2027-06-23", "2027-06-28"],
    [[1, 2], "2027-06-17", "2027-06-28"],
    [[], "2027-06-17", "2027-06-28"],
  ])("chosen as %s go from %s to %s", (weeks, startsOn, endsOn) =>
    expect(periodOf(campaign, weeks)).toEqual({ startsOn, endsOn }),
  );
});

describe("the end", () => {
  it("comes after the last day, which still counts", () => {
    expect(isOver(campaign, "2027-06-28")).toBe(false);
    expect(isOver(campaign, "2027-06-29")).toBe(true);
  });

  it("of the pupils' data comes on the last day of September", () => {
    expect(erasureOf("2027-01-01")).toBe("2027-09-30");
    expect(lastErasure("2027-09-29")).toBe("2026-09-30");
    expect(lastErasure("2027-09-30")).toBe("2027-09-30");
    expect(lastErasure("2028-01-01")).toBe("2027-09-30");
  });
});
