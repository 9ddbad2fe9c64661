import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { greatCircleKm } from "#app/kernel/geo.ts";
import { dropIneligible, type Lottery, type Offers, type Pupils } from "#app/domain/matching/market.ts";
import { lotteryFromOrder } from "#app/domain/matching/lottery.ts";
import { completeLists } from "#app/domain/matching/tails.ts";
import { deferredAcceptance } from "#app/domain/matching/deferred-acceptance.ts";
import {
  listsOf,
  offersObtained,
  randomMarket,
  randomStream,
  runEngine,
  sized,
  type SmallMarket,
} from "./small-market.ts";

const anySeed = fc.integer({ min: 0, max: 0x7fffffff });
const shape = { pupils: 14, offers: 6, lines: 8, seats: 3 };

function permutation(count: number, random: () => number): number[] {
  const key = Array.from({ length: count }, () => random());
  return Array.from(key.keys()).sort((a, b) => key[a]! - key[b]!);
}

/** The same market with other numbers: pupil p becomes newPupil[p], offer o becomes newOffer[o]. */
function renumber(market: SmallMarket, newPupil: number[], newOffer: number[]): SmallMarket {
  const oldPupil = newPupil.map((_, number) => newPupil.indexOf(number));
  const oldOffer = newOffer.map((_, number) => newOffer.indexOf(number));
  const { pupils, offers } = market;
  const tags = oldPupil.map((old) => [...pupils.tags.slice(pupils.tagStart[old], pupils.tagStart[old + 1])]);
  const movedPupils: Pupils = {
    count: pupils.count,
    latitude: Float64Array.from(oldPupil, (old) => pupils.latitude[old]!),
    longitude: Float64Array.from(oldPupil, (old) => pupils.longitude[old]!),
    maxKm: Float64Array.from(oldPupil, (old) => pupils.maxKm[old]!),
    tagStart: Uint32Array.from([0, ...tags.map((_, index) => tags.slice(0, index + 1).flat().length)]),
    tags: Uint32Array.from(tags.flat()),
  };
  const movedOffers: Offers = {
    count: offers.count,
    latitude: Float64Array.from(oldOffer, (old) => offers.latitude[old]!),
    longitude: Float64Array.from(oldOffer, (old) => offers.longitude[old]!),
    sector: Uint32Array.from(oldOffer, (old) => offers.sector[old]!),
    seats1: Uint32Array.from(oldOffer, (old) => offers.seats1[old]!),
    seats2: Uint32Array.from(oldOffer, (old) => offers.seats2[old]!),
    reserved: Int32Array.from(oldOffer, (old) => offers.reserved[old]!),
  };
  const lines = market.lines.map((line) => ({
    ...line,
    pupil: newPupil[line.pupil]!,
    offer: newOffer[line.offer]!,
  }));
  const orders = oldOffer.map((old) =>
    [...market.rankings.pupil.slice(market.rankings.start[old], market.rankings.start[old + 1])].map(
      (pupil) => newPupil[pupil]!,
    ),
  );
  const lottery: Lottery = lotteryFromOrder(
    Uint32Array.from(market.lottery.order, (pupil) => newPupil[pupil]!),
  );
  return {
    ...market,
    pupils: movedPupils,
    offers: movedOffers,
    lines,
    lists: listsOf(pupils.count, lines),
    rankings: {
      start: Uint32Array.from([0, ...orders.map((_, index) => orders.slice(0, index + 1).flat().length)]),
      pupil: Uint32Array.from(orders.flat()),
    },
    lottery,
  };
}

function kmBetween({ pupils, offers }: SmallMarket, pupil: number, offer: number): number {
  return greatCircleKm(
    { latitude: pupils.latitude[pupil]!, longitude: pupils.longitude[pupil]! },
    { latitude: offers.latitude[offer]!, longitude: offers.longitude[offer]! },
  );
}

describe("The outcome", () => {
  it("does not depend on how pupils and offers are numbered, with or without promotion", () => {
    fc.assert(
      fc.property(anySeed, fc.boolean(), (seed, promotion) => {
        const market = randomMarket(seed, { ...shape, plain: seed % 3 === 0 });
        const random = randomStream(seed + 1);
        const newPupil = permutation(shape.pupils, random);
        const newOffer = permutation(shape.offers, random);
        const moved = offersObtained(runEngine(renumber(market, newPupil, newOffer), promotion));
        const expected = offersObtained(runEngine(market, promotion));
        expected.forEach((offers, pupil) =>
          expect(moved[newPupil[pupil]!]).toEqual(offers.map((offer) => (offer < 0 ? -1 : newOffer[offer]!))),
        );
      }),
      { numRuns: sized(200, 10_000) },
    );
  });

  it("is no worse for anybody when a host of two-week places opens one more seat", () => {
    fc.assert(
      fc.property(anySeed, fc.nat(shape.offers - 1), (seed, host) => {
        const market = randomMarket(seed, { ...shape, bothWeeksOnly: true });
        const before = runEngine(market).matching.lines[0];
        market.offers.seats1[host]!++;
        market.offers.seats2[host]!++;
        const after = runEngine(market).matching.lines[0];
        before.forEach((line, pupil) => {
          if (line < 0) return;
          expect(after[pupil]).toBeGreaterThanOrEqual(0);
          expect(after[pupil]).toBeLessThanOrEqual(line);
        });
      }),
      { numRuns: sized(300, 20_000) },
    );
  });

  it("is the same with keys of 32 bits and with doubles", () => {
    fc.assert(
      fc.property(anySeed, fc.boolean(), (seed, promotion) => {
        const market = randomMarket(seed, shape);
        const { lists, priorities } = runEngine(market);
        const run = (tiers: Uint32Array) =>
          deferredAcceptance({
            lists,
            kind: 0,
            capacity: market.offers.seats1,
            tiers,
            lottery: market.lottery,
            promotion,
          });
        expect(run(priorities.tiers.map((tier) => tier + 2 ** 31))).toEqual(run(priorities.tiers));
      }),
      { numRuns: sized(200, 5000) },
    );
  });
});

describe("Completed lists", () => {
  it("keep own lines first and unchanged, and add what the pupil may reach, hold and has not listed", () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 1, max: 6 }), (seed, length) => {
        const market = randomMarket(seed, { ...shape, offers: 12, lines: 4 });
        const { pupils, offers, lists } = market;
        pupils.maxKm.fill(5 + (seed % 30));
        const completed = completeLists({ ...market, length });
        for (let pupil = 0; pupil < pupils.count; pupil++) {
          let added = 0;
          const ownRanks = lists.rank.slice(lists.start[3 * pupil], lists.start[3 * pupil + 3]);
          const lastOwn = Math.max(0, ...ownRanks);
          const ownWeeks = lists.start[3 * pupil + 1]! < lists.start[3 * pupil + 3]!;
          for (let segment = 3 * pupil; segment < 3 * pupil + 3; segment++) {
            const own = [...lists.offer.slice(lists.start[segment], lists.start[segment + 1])];
            const all = [...completed.offer.slice(completed.start[segment], completed.start[segment + 1])];
            const ranks = [...completed.rank.slice(completed.start[segment], completed.start[segment + 1])];
            expect(all.slice(0, own.length)).toEqual(own);
            expect(new Set(all).size).toBe(all.length);
            const tail = all.slice(own.length);
            expect(ranks.slice(own.length).every((rank) => rank > lastOwn)).toBe(true);
            if (segment % 3 === 0 && ownWeeks) expect(tail).toEqual([]);
            added += tail.length;
            const kind = segment % 3;
            for (const offer of tail) {
              const seats = [offers.seats1[offer]!, offers.seats2[offer]!];
              expect(kmBetween(market, pupil, offer)).toBeLessThanOrEqual(pupils.maxKm[pupil]!);
              expect(kind === 0 ? Math.min(...seats) : seats[kind - 1]).toBeGreaterThan(0);
            }
          }
          expect(added).toBeLessThanOrEqual(length);
        }
        expect(dropIneligible(pupils, offers, completed).ineligible).toBe(
          dropIneligible(pupils, offers, lists).ineligible,
        );
      }),
      { numRuns: sized(150, 3000) },
    );
  });

  it("spread the candidates over equal hosts instead of piling up on one", () => {
    const count = 40;
    const same = (value: number, length: number) => new Float64Array(length).fill(value);
    const pupils: Pupils = {
      count,
      latitude: same(48, count),
      longitude: same(2, count),
      maxKm: same(30, count),
      tagStart: new Uint32Array(count + 1),
      tags: new Uint32Array(0),
    };
    const hosts = 10;
    const offers: Offers = {
      count: hosts,
      latitude: same(48.01, hosts),
      longitude: same(2, hosts),
      sector: new Uint32Array(hosts),
      seats1: new Uint32Array(hosts).fill(1),
      seats2: new Uint32Array(hosts).fill(1),
      reserved: new Int32Array(hosts).fill(-1),
    };
    const lottery = lotteryFromOrder(Uint32Array.from({ length: count }, (_, index) => index));
    const lists = {
      start: new Uint32Array(3 * count + 1),
      offer: new Uint32Array(0),
      rank: new Uint32Array(0),
    };
    const completed = completeLists({ pupils, offers, lists, lottery, length: 2 });
    const listings = new Uint32Array(hosts);
    for (const offer of completed.offer) listings[offer]!++;
    expect([...listings]).toEqual(new Array(hosts).fill((2 * count) / hosts));
  });
});
