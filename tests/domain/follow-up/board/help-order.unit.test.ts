import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byHelp,
  HELP_REASONS,
  helpReasonsOf,
  MANY_REFUSALS,
  type Ranked,
} from "#app/domain/follow-up/board/help-order.ts";
import { STANDINGS } from "#app/domain/follow-up/board/standing.ts";
import { boardPupil, season } from "./pupil.ts";

const daysAgo = (days: number) => new Date(season.now.getTime() - days * 86_400_000);
const reasonsOf = (change: Parameters<typeof boardPupil>[0], offers: number | null = 50) =>
  helpReasonsOf(boardPupil(change), season, offers);

describe("why a pupil needs help", () => {
  it("is all that is true of them, the strongest first", () => {
    expect(reasonsOf({})).toEqual(["nothing", "silent"]);
    expect(reasonsOf({ sent: 5, refused: 5, lastStepAt: daysAgo(2) })).toEqual(["nothing", "refused"]);
    expect(reasonsOf({ lostWeeks: [1, 2], sent: 1, lastStepAt: daysAgo(0) })).toEqual(["to_replace"]);
    expect(reasonsOf({ awaiting: 1, sent: 1, lastStepAt: daysAgo(10) })).toEqual(["silent"]);
    expect(reasonsOf({ awaiting: 1, sent: 1, lastStepAt: daysAgo(9) })).toEqual([]);
    expect(reasonsOf({ weeks: [1], lastStepAt: daysAgo(1) }, 3)).toEqual(["few_offers", "one_week"]);
  });

  it("is none once a yes is to confirm or nothing is left to find, nor where nobody knows what is near", () => {
    expect(reasonsOf({ toConfirm: 1, refused: 4, lastStepAt: daysAgo(30) }, 0)).toEqual([]);
    expect(reasonsOf({ weeks: [1, 2], refused: 4, lastStepAt: daysAgo(30) }, 0)).toEqual([]);
    expect(reasonsOf({ awaiting: 1, lastStepAt: daysAgo(1) }, null)).toEqual([]);
  });

  it("is none before pupils may write, and no silence is older than that day or than their coming", () => {
    const before = { now: new Date("2027-01-14T08:00:00Z"), pupilsOpenOn: "2027-01-15", weeks: season.weeks };
    expect(helpReasonsOf(boardPupil(), before, 0)).toEqual([]);
    const opening = { ...before, now: new Date("2027-01-20T08:00:00Z") };
    expect(helpReasonsOf(boardPupil(), opening, 50)).toEqual(["nothing"]);
    expect(reasonsOf({ joinedAt: daysAgo(3) })).toEqual(["nothing"]);
  });

  it("is refusals from the third on", () => {
    for (const refused of [0, 1, 2, 3, 9])
      expect(reasonsOf({ awaiting: 1, sent: 10, refused, lastStepAt: daysAgo(1) }).includes("refused")).toBe(
        refused >= MANY_REFUSALS,
      );
  });
});

const ranked: fc.Arbitrary<Ranked> = fc.record({
  id: fc.uuid(),
  lastName: fc.constantFrom("Adam", "Émile", "Petit"),
  firstName: fc.constantFrom("Léa", "Noé"),
  standing: fc.constantFrom(...STANDINGS),
  reasons: fc.subarray([...HELP_REASONS]),
  lastStepAt: fc.option(fc.integer({ min: 0, max: 30 }).map(daysAgo), { nil: null }),
});

describe("the order of the board", () => {
  it("is the same however the pupils come", () => {
    fc.assert(
      fc.property(fc.uniqueArray(ranked, { selector: ({ id }) => id }), (pupils) => {
        const sorted = [...pupils].sort(byHelp);
        expect([...pupils].reverse().sort(byHelp)).toEqual(sorted);
        for (const [index, one] of sorted.entries())
          for (const other of sorted.slice(index + 1)) expect(byHelp(one, other)).toBeLessThan(0);
      }),
    );
  });

  it("puts a strong reason before all weaker ones together", () => {
    fc.assert(
      fc.property(ranked, ranked, fc.nat(HELP_REASONS.length - 1), (one, other, at) => {
        const strong = { ...one, reasons: HELP_REASONS.slice(at, at + 1) };
        const weaker = { ...other, reasons: HELP_REASONS.slice(at + 1) };
        expect(byHelp(strong, weaker)).toBeLessThan(0);
      }),
    );
  });

  it("never moves a pupil down for one reason more", () => {
    fc.assert(
      fc.property(ranked, ranked, fc.constantFrom(...HELP_REASONS), (one, other, reason) => {
        if (byHelp(one, other) > 0 || one.reasons.includes(reason)) return;
        expect(byHelp({ ...one, reasons: [...one.reasons, reason] }, other)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
