import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { greatCircleKm } from "#app/kernel/geo.ts";
import { curveOrder } from "#app/domain/matching/geography.ts";
import { Recommender, type RecommendationQuery } from "#app/domain/matching/recommender.ts";
import { randomStream, sized } from "./small-market.ts";

interface Cloud {
  count: number;
  latitude: Float64Array;
  longitude: Float64Array;
  sector: Uint32Array;
}

/** Offers around a point, on both sides of the antimeridian when the point is near it. */
function cloud(
  count: number,
  latitude: number,
  longitude: number,
  spread: number,
  random: () => number,
): Cloud {
  const around = (centre: number) => centre + (random() - 0.5) * spread;
  const wrap = (degrees: number) =>
    degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
  return {
    count,
    latitude: Float64Array.from({ length: count }, () => Math.max(-90, Math.min(90, around(latitude)))),
    longitude: Float64Array.from({ length: count }, () => wrap(around(longitude))),
    sector: Uint32Array.from({ length: count }, () => Math.floor(random() * 6)),
  };
}

function bruteForce(
  offers: Cloud,
  value: Float64Array,
  query: RecommendationQuery,
  length: number,
): number[] {
  return Array.from({ length: offers.count }, (_, offer) => {
    const place = { latitude: offers.latitude[offer]!, longitude: offers.longitude[offer]! };
    const km = greatCircleKm({ latitude: query.latitude, longitude: query.longitude }, place);
    const score = (query.affinity[offers.sector[offer]!] ?? 0) + value[offer]! - query.kmWeight * km;
    return { offer, km, score };
  })
    .filter(({ offer, km }) => km <= query.maxKm && (query.accept?.(offer) ?? true))
    .sort((a, b) => b.score - a.score || a.offer - b.offer)
    .slice(0, length)
    .map(({ offer }) => offer);
}

const PLACES = [
  [48.86, 2.35],
  [-21.1, 55.5],
  [4.9, -52.3],
  [-17.5, 179.99],
  [46.8, -179.98],
  [0.01, -0.01],
  [89.5, 10],
] as const;

describe("Top-K recommendations", () => {
  it("are exactly those of a full scan, everywhere on the globe, while values go down", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), fc.constantFrom(...PLACES), (seed, [lat, lon]) => {
        const random = randomStream(seed);
        const offers = cloud(1 + Math.floor(random() * 400), lat, lon, 0.2 + 2 * random(), random);
        const value = Float64Array.from({ length: offers.count }, () => random());
        const recommender = new Recommender(offers, value, 12);
        for (let turn = 0; turn < 6; turn++) {
          const home = cloud(1, lat, lon, 1, random);
          const query: RecommendationQuery = {
            latitude: home.latitude[0]!,
            longitude: home.longitude[0]!,
            maxKm: 3 + 80 * random(),
            kmWeight: random() < 0.2 ? 0 : 0.2 * random(),
            affinity: Float64Array.from({ length: 6 }, () => (random() < 0.5 ? 0 : random())),
            accept: (offer) => offer % 7 !== seed % 7,
          };
          const count = recommender.search(query);
          expect([...recommender.found.subarray(0, count)]).toEqual(bruteForce(offers, value, query, 12));
          for (const offer of recommender.found.slice(0, turn < 2 ? 0 : count)) {
            recommender.penalise(offer, 0.15);
            value[offer]! -= 0.15;
          }
        }
      }),
      { numRuns: sized(200, 5000) },
    );
  });

  it("settle equal scores by the lowest number, and leave out what may not enter the index", () => {
    const offers = {
      count: 5,
      latitude: new Float64Array(5).fill(48),
      longitude: new Float64Array(5).fill(2),
      sector: Uint32Array.from([3, 1, 2, 1, 0]),
    };
    const recommender = new Recommender(offers, new Float64Array(5), 3, (offer) => offer !== 1);
    const affinity = new Float64Array(4);
    const count = recommender.search({ latitude: 48, longitude: 2.1, maxKm: 30, kmWeight: 0.1, affinity });
    expect([...recommender.found.subarray(0, count)]).toEqual([0, 2, 3]);
    expect(recommender.search({ latitude: 40, longitude: 2, maxKm: 30, kmWeight: 0.1, affinity })).toBe(0);
  });
});

describe("The numbering along a curve", () => {
  it("keeps neighbours close and does not depend on the order in which places were read", () => {
    const random = randomStream(3);
    const places = cloud(500, 47, 2, 8, random);
    const order = curveOrder(places, (a, b) => a - b);
    const step = (from: number, to: number) =>
      Math.hypot(
        places.latitude[from]! - places.latitude[to]!,
        places.longitude[from]! - places.longitude[to]!,
      );
    const along = order.slice(1).reduce((sum, place, index) => sum + step(order[index]!, place), 0);
    const asRead = Array.from({ length: 499 }, (_, index) => step(index, index + 1));
    expect(along).toBeLessThan(asRead.reduce((sum, length) => sum + length, 0) / 5);

    const reversed = {
      count: 500,
      latitude: places.latitude.slice().reverse(),
      longitude: places.longitude.slice().reverse(),
    };
    const again = curveOrder(reversed, (a, b) => b - a);
    expect(Array.from(again, (index) => 499 - index)).toEqual([...order]);
  });
});
