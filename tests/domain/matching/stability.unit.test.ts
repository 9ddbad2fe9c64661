import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { eligibleLines, feasibleAssignments, isStable, rankOf, type Holding } from "./brute-force.ts";
import {
  contractsOf,
  offersObtained,
  randomMarket,
  runEngine,
  sized,
  verify,
  type Shape,
} from "./small-market.ts";

const anySeed = fc.integer({ min: 0, max: 0x7fffffff });
const medium = { pupils: 14, offers: 6, lines: 8, seats: 3 };
const tiny = { pupils: 4, offers: 3, lines: 5, seats: 2 };

describe("The engine, on random markets", () => {
  it("leaves no blocking contract, by the definition and by the verifier", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const market = randomMarket(seed, medium);
        const obtained = offersObtained(runEngine(market));
        expect(isStable(market, eligibleLines(market), obtained as unknown as Holding[])).toBe(true);
        expect(verify(market, obtained).counts).toEqual({
          unlisted: 0,
          ineligible: 0,
          same_week_twice: 0,
          week_overfull: 0,
          blocking: 0,
        });
      }),
      { numRuns: sized(400, 20_000) },
    );
  });

  it("never uses more seats than a week has, nor two contracts of a pupil in one week", () => {
    fc.assert(
      fc.property(anySeed, fc.boolean(), (seed, promotion) => {
        const market = randomMarket(seed, medium);
        const obtained = offersObtained(runEngine(market, promotion));
        const used = Array.from({ length: medium.offers }, () => [0, 0]);
        for (const [both, first, second] of obtained) {
          expect(both !== -1 && (first !== -1 || second !== -1)).toBe(false);
          for (const offer of [both!, first!]) if (offer >= 0) used[offer]![0]!++;
          for (const offer of [both!, second!]) if (offer >= 0) used[offer]![1]!++;
        }
        used.forEach(([first, second], offer) => {
          expect(first).toBeLessThanOrEqual(market.offers.seats1[offer]!);
          expect(second).toBeLessThanOrEqual(market.offers.seats2[offer]!);
        });
      }),
      { numRuns: sized(300, 10_000) },
    );
  });

  it("judges an assignment exactly as the definition does, stable or not", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const market = randomMarket(seed, { ...tiny, pupils: 3 });
        const lines = eligibleLines(market);
        for (const holdings of feasibleAssignments(market, lines))
          expect(verify(market, holdings).stable).toBe(isStable(market, lines, holdings));
      }),
      { numRuns: sized(40, 1500) },
    );
  });
});

describe("Two weeks first, by enumeration of every assignment", () => {
  it("finds the stable outcome that every pupil prefers; the weeks obtained are the same in all of them", () => {
    let severalStable = 0;
    for (let seed = 0; seed < sized(150, 3000); seed++) {
      const pupils = 2 + (seed % 4);
      const market = randomMarket(seed, enumerable(seed, pupils));
      const lines = eligibleLines(market);
      const obtained = offersObtained(runEngine(market)) as unknown as Holding[];
      let stable = 0;
      for (const holdings of feasibleAssignments(market, lines)) {
        if (!isStable(market, lines, holdings)) continue;
        stable++;
        holdings.forEach((other, pupil) => {
          for (const kind of [0, 1, 2]) {
            const rank = rankOf(lines, pupil, obtained[pupil]!, kind);
            expect(rank).toBeLessThanOrEqual(rankOf(lines, pupil, other, kind));
            expect(other[kind] === -1).toBe(obtained[pupil]![kind] === -1);
          }
        });
      }
      expect(stable).toBeGreaterThan(0);
      if (stable > 1) severalStable++;
    }
    expect(severalStable).toBeGreaterThan(0);
  });
});

/** One market in three is mixed at random, the others make tastes cross on scarce seats. */
function enumerable(seed: number, pupils: number): Shape {
  const lines = pupils === 5 ? 4 : 6;
  if (seed % 3 === 0) return { pupils, offers: 3, lines, seats: 2 };
  const kinds = seed % 3 === 1 ? { bothWeeksOnly: true } : { weeksOnly: true };
  return { pupils, offers: pupils, lines, seats: 1, plain: true, allRanked: true, ...kinds };
}

describe("Promotion inside ties", () => {
  it("is stable up to the lottery, and never breaks a class, a ranking or a band", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const market = randomMarket(seed, { ...medium, plain: seed % 2 === 0 });
        expect(verify(market, offersObtained(runEngine(market, true)), true).stable).toBe(true);
      }),
      { numRuns: sized(300, 10_000) },
    );
  });

  it("places more pupils over many markets, without which the plain verdict would refuse it", () => {
    let promoted = 0;
    let plain = 0;
    let refused = 0;
    for (let seed = 0; seed < 200; seed++) {
      const market = randomMarket(seed, { ...medium, lines: 3, plain: true, bothWeeksOnly: true });
      const withPromotion = offersObtained(runEngine(market, true));
      promoted += contractsOf(withPromotion).pupil.length;
      plain += contractsOf(offersObtained(runEngine(market))).pupil.length;
      if (!verify(market, withPromotion).stable) refused++;
    }
    expect(promoted).toBeGreaterThan(plain);
    expect(refused).toBeGreaterThan(0);
  });
});
