import { describe, expect, it } from "vitest";
import {
  choiceOf,
  freeByWeek,
  freeSeats,
  OFFER_STATUSES,
  OFFER_TRANSITIONS,
  openPeriods,
  weeksOf,
  type OfferAction,
} from "#app/domain/offers/offer.ts";

describe("the life of an offer", () => {
  /** For each action, where each status leads, in the order of `OFFER_STATUSES`. */
  const LIFE: Record<OfferAction, string> = {
    publish: "draft>published",
    hold: "draft>submitted",
    approve: "submitted>published",
    reject: "submitted>rejected",
    correct: "draft<submitted draft<rejected",
    pause: "published>paused",
    resume: "paused>published",
    archive: "draft>archived published>archived paused>archived rejected>archived",
  };
  it.each(Object.entries(LIFE))("goes by %s: %s", (action, steps) => {
    const told = OFFER_STATUSES.flatMap((from) => {
      const to = OFFER_TRANSITIONS[action as OfferAction][from];
      return to ? [action === "correct" ? `${to}<${from}` : `${from}>${to}`] : [];
    });
    expect(told.join(" ")).toBe(steps);
  });
});

describe("seats", () => {
  it("are free when nobody has them, asked for or confirmed", () => {
    expect(freeSeats({ week: 1, capacity: 5, reserved: 2, taken: 1 })).toBe(2);
    expect(freeSeats({ week: 1, capacity: 3, reserved: 2, taken: 1 })).toBe(0);
  });

  it("are counted by week, none where the offer has none", () => {
    expect(freeByWeek([])).toEqual({ 1: 0, 2: 0 });
    expect(freeByWeek([{ week: 2, capacity: 4, reserved: 1, taken: 1 }])).toEqual({ 1: 0, 2: 2 });
  });
});

describe("the weeks that an offer takes", () => {
  const FREE = [
    [0, 0],
    [1, 0],
    [0, 1],
    [2, 1],
  ] as const;
  it.each([
    [false, false, ["", "", "", ""]],
    [true, false, ["", "", "", "both"]],
    [false, true, ["", "1", "2", "1 2"]],
    [true, true, ["", "1", "2", "both 1 2"]],
  ])("both: %s, one alone: %s", (acceptsBothWeeks, acceptsSingleWeek, choices) => {
    const offer = { acceptsBothWeeks, acceptsSingleWeek };
    expect(FREE.map(([first, second]) => openPeriods(offer, { 1: first, 2: second }).join(" "))).toEqual(
      choices,
    );
  });

  it("stand for a choice, and the choice for them", () => {
    for (const choice of ["both", 1, 2] as const) expect(choiceOf(weeksOf(choice))).toBe(choice);
    expect(weeksOf("both")).toEqual([1, 2]);
    expect(weeksOf(2)).toEqual([2]);
    expect(choiceOf([])).toBe("both");
  });
});
