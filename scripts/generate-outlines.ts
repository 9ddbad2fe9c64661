/**
 * Writes the outlines that the map is drawn on when no tiles are configured: France with its overseas départements,
 * and the land around it. Natural Earth (public domain), through world-atlas.
 * - app/ui/search/map/map-outlines.json, for the map: rings of whole thousandths of a degree, each point told from the one before;
 * - app/ui/search/map/map-outlines.svg, for readers without JavaScript: the same rings in hundredths of the units of `mercator`.
 * Run it again after an update of this package: `npx tsx scripts/generate-outlines.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { mercator } from "#app/ui/search/map/map-projection.ts";
import type { GeoBox } from "#app/kernel/geo.ts";

type Ring = [number, number][];
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const require = createRequire(import.meta.url);
const SOURCE = require.resolve("world-atlas/countries-10m.json");
const TARGET = new URL("../app/ui/search/map/", import.meta.url);

const FRANCE = ["France", "St. Pierre and Miquelon", "St-Martin", "St-Barthélemy"];
/** What a map of each part of France shows around it. */
const SURROUNDINGS: GeoBox[] = [
  { south: 35, west: -14, north: 59, east: 24 },
  { south: 12, west: -64, north: 19, east: -58 },
  { south: -2, west: -59, north: 8, east: -47 },
  { south: -25, west: 40, north: -9, east: 60 },
  { south: 46, west: -60, north: 48.5, east: -54 },
];
/** In degrees: how far a simplified line may run from the true one. */
const FINE = 0.003;
const COARSE = 0.07;
/** Islets of the surroundings that would be a dot. */
const SMALLEST = 0.15;

const atlas = JSON.parse(readFileSync(SOURCE, "utf8")) as Atlas;
const isFrench = (name: string) => FRANCE.includes(name);

/** The same topology with fewer points: borders stay common to both their sides. */
function simplified({ arcs, transform, objects }: Atlas): Atlas {
  const french = new Set<number>();
  for (const { properties, ...geometry } of objects.countries.geometries)
    if (properties && "name" in properties && isFrench(properties.name) && "arcs" in geometry)
      for (const arc of (geometry.arcs as unknown[]).flat(3) as number[]) french.add(arc < 0 ? ~arc : arc);
  const [scaleX, scaleY] = transform?.scale ?? [1, 1];
  const [startX, startY] = transform?.translate ?? [0, 0];
  const lines = arcs.map((arc, index) => {
    let [x, y] = [0, 0];
    const line = arc.map(([dx = 0, dy = 0]): [number, number] => {
      [x, y] = [x + dx, y + dy];
      return [x * scaleX + startX, y * scaleY + startY];
    });
    return thinned(line, french.has(index) ? FINE : COARSE);
  });
  return { type: "Topology", objects, arcs: lines };
}

/** Douglas and Peucker: keeps the points that lie farther than the tolerance from the line without them. */
function thinned(line: Ring, tolerance: number): Ring {
  const [first, last] = [line[0], line.at(-1)];
  if (line.length < 3 || !first || !last) return line;
  let farthest = 0;
  let least = tolerance;
  line.forEach((point, index) => {
    const distance = distanceToLine(point, first, last);
    if (distance > least) [farthest, least] = [index, distance];
  });
  if (farthest === 0) return [first, last];
  return [
    ...thinned(line.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...thinned(line.slice(farthest), tolerance),
  ];
}

function distanceToLine(
  [x, y]: [number, number],
  [fromX, fromY]: [number, number],
  [toX, toY]: [number, number],
): number {
  const length = (toX - fromX) ** 2 + (toY - fromY) ** 2;
  const along = length === 0 ? 0 : ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / length;
  const kept = Math.min(1, Math.max(0, along));
  return Math.hypot(x - fromX - kept * (toX - fromX), y - fromY - kept * (toY - fromY));
}

/** What lies in a box, one side of the box after the other (Sutherland and Hodgman). */
function clipped(ring: Ring, box: GeoBox): Ring {
  const sides: [axis: 0 | 1, bound: number, sign: 1 | -1][] = [
    [0, box.west, 1],
    [0, box.east, -1],
    [1, box.south, 1],
    [1, box.north, -1],
  ];
  return sides.reduce((points, [axis, bound, sign]) => {
    const inside = (point: [number, number]) => sign * (point[axis] - bound) >= 0;
    return points.flatMap((point, index) => {
      const before = points.at(index - 1) ?? point;
      if (inside(point) === inside(before)) return inside(point) ? [point] : [];
      const share = (bound - before[axis]) / (point[axis] - before[axis]);
      const crossing: [number, number] = [
        before[0] + share * (point[0] - before[0]),
        before[1] + share * (point[1] - before[1]),
      ];
      return inside(point) ? [crossing, point] : [crossing];
    });
  }, ring);
}

function ringsOf(atlasUsed: Atlas, keep: (name: string) => boolean): Ring[] {
  const { features } = feature(atlasUsed, atlasUsed.objects.countries);
  return features
    .filter(({ properties }) => keep(properties.name))
    .flatMap(({ geometry }) => {
      if (geometry.type === "Polygon") return geometry.coordinates;
      return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
    }) as Ring[];
}

function isSeen(ring: Ring): boolean {
  const size = (axis: 0 | 1) =>
    Math.max(...ring.map((point) => point[axis])) - Math.min(...ring.map((point) => point[axis]));
  return ring.length > 2 && Math.max(size(0), size(1)) > SMALLEST;
}

/** Whole steps from each point to the next, the first from zero. */
function steps(ring: Ring): [number, number][] {
  let [x, y] = [0, 0];
  return ring.flatMap(([nextX, nextY], index) => {
    const step: [number, number] = [Math.round(nextX) - x, Math.round(nextY) - y];
    [x, y] = [x + step[0], y + step[1]];
    return index > 0 && step[0] === 0 && step[1] === 0 ? [] : [step];
  });
}

function thousandths(ring: Ring): number[] {
  return steps(ring.map(([longitude, latitude]) => [longitude * 1000, latitude * 1000])).flat();
}

function pathOf(rings: Ring[]): string {
  return rings
    .map((ring) => {
      const projected = ring.map(([longitude, latitude]): [number, number] => {
        const { x, y } = mercator({ latitude, longitude });
        return [x * 100, y * 100];
      });
      const [start, ...others] = steps(projected).map((step) => step.join(" ").replace(" -", "-"));
      return `M${start}l${others.join(" ").replaceAll(" -", "-")}z`;
    })
    .join("");
}

const thin = simplified(atlas);
const france = ringsOf(thin, isFrench);
const around = ringsOf(thin, (name) => !isFrench(name));
const neighbours = SURROUNDINGS.flatMap((box) => around.map((ring) => clipped(ring, box)).filter(isSeen));

writeFileSync(
  new URL("map-outlines.json", TARGET),
  `${JSON.stringify({ france: france.map(thousandths), neighbours: neighbours.map(thousandths) })}\n`,
);
writeFileSync(
  new URL("map-outlines.svg", TARGET),
  `<svg xmlns="http://www.w3.org/2000/svg"><path id="voisins" d="${pathOf(neighbours)}"/><path id="france" vector-effect="non-scaling-stroke" d="${pathOf(france)}"/></svg>\n`,
);
