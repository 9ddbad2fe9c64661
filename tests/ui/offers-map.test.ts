import { statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { MapCluster } from "#app/domain/search/offer-map.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import { AREAS, circleLike } from "#app/ui/search/map/map-areas.ts";
import { nameOf, parted } from "#app/ui/search/map/map-clusters.ts";
import { OUTLINES } from "#app/ui/search/map/map-outlines.ts";

type Ring = readonly (readonly [latitude: number, longitude: number])[];

/** A ray to the east crosses the ring an odd number of times. */
function isInside(ring: Ring, { latitude, longitude }: GeoPoint): boolean {
  return ring.reduce((inside, [north, east], index) => {
    const [before, beforeEast] = ring.at(index - 1) ?? [north, east];
    const crosses =
      north > latitude !== before > latitude &&
      longitude < ((beforeEast - east) * (latitude - north)) / (before - north) + east;
    return crosses ? !inside : inside;
  }, false);
}

const isFrench = (point: GeoPoint) =>
  OUTLINES.france.filter((ring) => isInside(ring, point)).length % 2 === 1;

describe("the outlines of the map", () => {
  it.each([
    ["the mainland (Bourges)", 47.08, 2.4],
    ["Brittany (Rennes)", 48.11, -1.68],
    ["Corsica (Corte)", 42.3, 9.15],
    ["Guadeloupe (Basse-Terre)", 16.15, -61.68],
    ["Guadeloupe (Grande-Terre)", 16.33, -61.4],
    ["Martinique (Saint-Joseph)", 14.67, -61.04],
    ["French Guiana (Saül)", 3.62, -53.2],
    ["La Réunion (Cilaos)", -21.14, 55.47],
    ["Mayotte (Combani)", -12.78, 45.14],
  ])("hold %s", (_name, latitude, longitude) => {
    expect(isFrench({ latitude, longitude })).toBe(true);
  });

  it.each([
    ["London", 51.5, -0.12],
    ["the Channel", 49.9, -2],
    ["Geneva", 46.2, 6.15],
    ["the Atlantic", 46, -20],
  ])("leave out %s", (_name, latitude, longitude) => {
    expect(isFrench({ latitude, longitude })).toBe(false);
  });

  it("show neighbours too", () => {
    const inNeighbour = (latitude: number, longitude: number) =>
      OUTLINES.neighbours.some((ring) => isInside(ring, { latitude, longitude }));
    expect(inNeighbour(40.4, -3.7) && inNeighbour(51.5, -0.5) && inNeighbour(15.4, -61.35)).toBe(true);
  });

  it.each(["json", "svg"])("weigh less than 60 kB (%s)", (extension) => {
    const file = new URL(`../../app/ui/search/map/map-outlines.${extension}`, import.meta.url);
    expect(statSync(file).size).toBeLessThan(60_000);
  });
});

describe("the parts of France that one button away shows", () => {
  it.each(AREAS.map(({ label, box }) => [label, box] as const))("hold land of %s", (_label, box) => {
    const inBox = OUTLINES.france
      .flat()
      .filter(
        ([north, east]) => north > box.south && north < box.north && east > box.west && east < box.east,
      );
    expect(inBox.length).toBeGreaterThan(10);
  });
});

const cluster = (latitude: number, longitude: number, count: number): MapCluster => ({
  latitude,
  longitude,
  count,
  together: false,
  offer:
    count > 1
      ? null
      : { id: "x", title: "Au jardin", organisation: "Ville", town: "Rennes", free: { 1: 1, 2: 0 } },
});
const pixels = ({ latitude, longitude }: GeoPoint) => ({ x: longitude, y: latitude });

describe("markers", () => {
  it("that would hide each other become one, with all their offers", () => {
    const found = parted([cluster(0, 0, 12), cluster(20, 20, 3), cluster(0, 200, 1)], pixels);
    expect(found.map(({ count }) => count)).toEqual([15, 1]);
    expect(found[0]).toMatchObject({ latitude: 0, longitude: 0, offer: null, together: false });
  });

  it("never lose an offer", () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      cluster((at * 37) % 500, (at * 91) % 700, (at % 4) + 1),
    );
    const sum = (all: MapCluster[]) => all.reduce((total, { count }) => total + count, 0);
    const found = parted(many, pixels);
    expect(sum(found)).toBe(sum(many));
    expect(found.length).toBeLessThan(many.length);
  });

  it("have a name for those who do not see them", () => {
    const towns = [
      { name: "Rennes", latitude: 1, longitude: 1 },
      { name: "Pacé", latitude: 0.05, longitude: 0 },
    ];
    expect(nameOf(cluster(0, 0, 1), towns)).toBe("Au jardin, Ville, Rennes");
    expect(nameOf(cluster(0, 0, 12), towns)).toBe("12 offres près de Pacé, agrandir");
    expect(nameOf(cluster(30, 30, 12), towns)).toBe("12 offres, agrandir");
    expect(nameOf({ ...cluster(0, 0, 2), together: true }, [])).toBe("2 offres au même endroit");
    const together = { ...cluster(0, 0, 2), together: true };
    expect(nameOf(together, towns)).toBe("2 offres au même endroit, près de Pacé");
  });
});

describe("a search of what the map shows", () => {
  it("takes the middle to two decimals and the radius that fits best", () => {
    const box = { south: 47.8, north: 48.4, west: -2.3, east: -1.1 };
    expect(circleLike(box)).toEqual({ lat: "48.10", lon: "-1.70", rayon: "30" });
  });

  it("has a radius for a street and for the whole country", () => {
    expect(circleLike({ south: 48.1, north: 48.1, west: -1.7, east: -1.7 }).rayon).toBe("5");
    expect(circleLike({ south: 41, north: 51, west: -5, east: 10 }).rayon).toBe("100");
  });
});
