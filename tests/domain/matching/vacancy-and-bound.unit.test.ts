import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { cardinalityBound } from "#app/domain/matching/cardinality-bound.ts";
import { computeDeficitMap } from "#app/domain/matching/deficit-map.ts";
import { MaxFlow } from "#app/domain/matching/max-flow.ts";
import { VacancyChains } from "#app/domain/matching/vacancy-chains.ts";
import { eligibleLines, feasibleAssignments, type Holding } from "./brute-force.ts";
import {
  listsOf,
  offersObtained,
  randomMarket,
  runEngine,
  sized,
  verify,
  type Line,
  type SmallMarket,
} from "./small-market.ts";

const anySeed = fc.integer({ min: 0, max: 0x7fffffff });
const medium = { pupils: 14, offers: 6, lines: 8, seats: 3 };

/** The market once some pupils have left. */
function without(market: SmallMarket, gone: readonly number[]): SmallMarket {
  const lines = market.lines.filter((line) => !gone.includes(line.pupil));
  return { ...market, lines, lists: listsOf(market.pupils.count, lines) };
}

describe("Vacancy chains", () => {
  it("stay stable after each cancellation, and nobody who stays loses anything", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const market = randomMarket(seed, medium);
        const { lists, priorities, matching } = runEngine(market);
        const chains = new VacancyChains(market.offers, lists, priorities.tiers, market.lottery, matching);
        const gone: number[] = [];
        for (let step = 0; step < 4; step++) {
          const leaver = (seed + 5 * step) % medium.pupils;
          if (gone.includes(leaver)) continue;
          const before = chains.matching.lines.map((lines) => lines.slice());
          const moves = chains.cancel(leaver);
          gone.push(leaver);
          const after = chains.matching.lines;
          const obtained = offersObtained({ lists, matching: chains.matching });
          expect(obtained[leaver]).toEqual([-1, -1, -1]);
          expect(verify(without(market, gone), obtained).stable).toBe(true);
          for (let pupil = 0; pupil < medium.pupils; pupil++) {
            if (gone.includes(pupil)) continue;
            const gained = before[0]![pupil] === -1 && after[0][pupil] !== -1;
            for (const kind of gained ? [0] : [0, 1, 2]) {
              const old = before[kind]![pupil]!;
              if (old !== -1) expect(after[kind]![pupil]).toBeLessThanOrEqual(old);
              if (old !== -1) expect(after[kind]![pupil]).not.toBe(-1);
            }
          }
          const replay = before;
          for (const move of moves) replay[move.kind]![move.pupil] = move.to;
          expect(replay).toEqual(after);
        }
      }),
      { numRuns: sized(250, 10_000) },
    );
  });

  it("give an opened seat to the next in line and stay stable", () => {
    fc.assert(
      fc.property(anySeed, fc.nat(medium.offers - 1), (seed, host) => {
        const market = randomMarket(seed, medium);
        const { lists, priorities, matching } = runEngine(market);
        const chains = new VacancyChains(market.offers, lists, priorities.tiers, market.lottery, matching);
        chains.openSeat(host);
        const seats = (values: Uint32Array) => values.map((value, offer) => value + (offer === host ? 1 : 0));
        const { seats1, seats2 } = market.offers;
        const larger = {
          ...market,
          offers: { ...market.offers, seats1: seats(seats1), seats2: seats(seats2) },
        };
        expect(verify(larger, offersObtained({ lists, matching: chains.matching })).stable).toBe(true);
      }),
      { numRuns: sized(250, 10_000) },
    );
  });
});

/** Second implementation: one node per seat, one augmenting path at a time (Kuhn). */
function kuhn(lines: readonly Line[], seatsOf: (line: Line) => string[], pupilCount: number): number {
  const holder = new Map<string, number>();
  const place = (pupil: number, seen: Set<string>): boolean =>
    lines
      .filter((line) => line.pupil === pupil)
      .flatMap(seatsOf)
      .some((seat) => {
        if (seen.has(seat)) return false;
        seen.add(seat);
        const other = holder.get(seat);
        if (other !== undefined && !place(other, seen)) return false;
        holder.set(seat, pupil);
        return true;
      });
  let placed = 0;
  for (let pupil = 0; pupil < pupilCount; pupil++) if (place(pupil, new Set())) placed++;
  return placed;
}

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}/${index}`);

describe("The cardinality bound", () => {
  it("is the maximum found by a second implementation, for two-week and for week markets", () => {
    fc.assert(
      fc.property(anySeed, fc.boolean(), (seed, bothWeeksOnly) => {
        const market = randomMarket(seed, {
          ...medium,
          pupils: 20,
          bothWeeksOnly,
          weeksOnly: !bothWeeksOnly,
        });
        const { lists, matching } = runEngine(market);
        const { seats1, seats2 } = market.offers;
        const seatsOf = ({ offer, kind }: Line): string[] =>
          kind === 0
            ? numbered(`${offer}`, Math.min(seats1[offer]!, seats2[offer]!))
            : numbered(`${offer}w${kind}`, (kind === 1 ? seats1 : seats2)[offer]!);
        const expected = kuhn(eligibleLines(market), seatsOf, 20);
        expect(cardinalityBound(market.offers, lists)).toBe(expected);
        expect(cardinalityBound(market.offers, lists, matching)).toBe(expected);
      }),
      { numRuns: sized(250, 10_000) },
    );
  });

  it("is reached or not, but never exceeded, in mixed markets", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const market = randomMarket(seed, { pupils: 4, offers: 3, lines: 5, seats: 2 });
        const lines = eligibleLines(market);
        const { lists, matching } = runEngine(market);
        const bound = cardinalityBound(market.offers, lists);
        expect(cardinalityBound(market.offers, lists, matching)).toBe(bound);
        let most = 0;
        for (const holdings of feasibleAssignments(market, lines))
          most = Math.max(
            most,
            holdings.filter((held: Holding) => held.some((offer) => offer !== -1)).length,
          );
        expect(bound).toBeGreaterThanOrEqual(most);
      }),
      { numRuns: sized(100, 2000) },
    );
  });
});

describe("The deficit map", () => {
  it("counts the pupils that no assignment within reach can place", () => {
    const pupils = {
      count: 5,
      latitude: Float64Array.from([48, 48, 48, 44, 44]),
      longitude: Float64Array.from([2, 2, 2, 2, 2]),
      maxKm: new Float64Array(5).fill(30),
      tagStart: new Uint32Array(6),
      tags: new Uint32Array(0),
    };
    const offers = {
      count: 2,
      latitude: Float64Array.from([48.1, 44.1]),
      longitude: Float64Array.from([2, 2]),
      seats: [2, 7],
    };
    const map = computeDeficitMap(pupils, offers);
    expect(map).toMatchObject({ pupils: 5, placeable: 4 });
    expect(map.cells.map((cell) => [Math.round(cell.latitude), cell.missing, cell.short])).toEqual([
      [48, 1, true],
      [44, 0, false],
    ]);
  });

  it("never declares missing what a complete market can place", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const market = randomMarket(seed, { ...medium, bothWeeksOnly: true });
        const { lists, matching } = runEngine(market);
        const placed = cardinalityBound(market.offers, lists, matching);
        const far = { ...market.pupils, maxKm: new Float64Array(medium.pupils).fill(100) };
        const map = computeDeficitMap(far, { ...market.offers, seats: market.offers.seats1 });
        expect(map.placeable).toBeGreaterThanOrEqual(placed);
        expect(map.cells.reduce((sum, cell) => sum + cell.missing, 0)).toBe(map.pupils - map.placeable);
      }),
      { numRuns: sized(100, 2000) },
    );
  });

  it("rests on a maximum flow equal to the matching bound", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const market = randomMarket(seed, { ...medium, bothWeeksOnly: true });
        const { lists } = runEngine(market);
        const source = medium.pupils + medium.offers;
        const arcs: [number, number, number][] = [];
        for (let pupil = 0; pupil < medium.pupils; pupil++) {
          arcs.push([source, pupil, 1]);
          for (let line = lists.start[3 * pupil]!; line < lists.start[3 * pupil + 1]!; line++)
            arcs.push([pupil, medium.pupils + lists.offer[line]!, 1]);
        }
        market.offers.seats1.forEach((seats, offer) => arcs.push([medium.pupils + offer, source + 1, seats]));
        const column = (index: 0 | 1 | 2) => arcs.map((arc) => arc[index]);
        const flow = new MaxFlow(source + 2, column(0), column(1), column(2));
        expect(flow.run(source, source + 1)).toBe(cardinalityBound(market.offers, lists));
      }),
      { numRuns: sized(150, 3000) },
    );
  });
});
