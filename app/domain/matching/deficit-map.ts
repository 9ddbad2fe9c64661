import { EARTH_RADIUS_KM, greatCircleKm } from "#app/kernel/geo.ts";
import { KM_TOLERANCE, arcKm, squaredChord, squaredChordOf, unitVectors } from "./geography.ts";
import type { Places, Pupils } from "./market.ts";
import { MaxFlow } from "./max-flow.ts";

/** Pupils of one cell (and one travel limit). */
export interface DeficitCell {
  latitude: number;
  longitude: number;
  maxKm: number;
  pupils: number;
  /** Pupils of the cell left without a seat, in one of the best possible assignments. */
  missing: number;
  /** Whether a seat opened within reach of this cell would place one more pupil, there or by a chain. */
  short: boolean;
}

export interface DeficitMap {
  cells: DeficitCell[];
  pupils: number;
  /** No assignment within the travel limits can place more pupils than this. */
  placeable: number;
}

interface Cluster {
  latitude: number;
  longitude: number;
  /** Distance from the centre to the farthest member. */
  radiusKm: number;
  maxKm: number;
  amount: number;
}

const CELL_KM = 5;
const KM_PER_DEGREE = 111.195;
const HALF_TURN_KM = Math.PI * EARTH_RADIUS_KM;

/**
 * Where hosts are missing even for a perfect algorithm: pupils and seats are gathered in cells of 5 km, a cell of
 * pupils reaches a cell of offers when any of its pupils may reach any of its offers, preferences are ignored, and
 * a maximum flow places as many as possible. Optimistic by construction: what it declares missing is missing.
 * The short cells are those on the pupils' side of the smallest minimum cut (unique, unlike the flow itself).
 */
export function computeDeficitMap(
  pupils: Pupils,
  offers: Places & { seats: ArrayLike<number> },
  pupilWeight: (pupil: number) => number = () => 1,
): DeficitMap {
  const homes = gather(pupils, pupilWeight, (pupil) => pupils.maxKm[pupil]!);
  const hosts = gather(
    offers,
    (offer) => offers.seats[offer]!,
    () => 0,
  );
  const arcs = reachableArcs(homes, hosts);
  const source = homes.length + hosts.length;
  const sink = source + 1;
  homes.forEach((home, index) => arcs.add(source, index, home.amount));
  hosts.forEach((host, index) => arcs.add(homes.length + index, sink, host.amount));
  const flow = new MaxFlow(sink + 1, arcs.from, arcs.to, arcs.capacity);
  const placeable = flow.run(source, sink);
  const first = arcs.from.length - homes.length - hosts.length;
  const cells = homes.map((home, index) => ({
    latitude: home.latitude,
    longitude: home.longitude,
    maxKm: home.maxKm,
    pupils: home.amount,
    missing: home.amount - flow.flow(first + index),
    short: flow.isShort(index),
  }));
  return { cells, pupils: homes.reduce((sum, home) => sum + home.amount, 0), placeable };
}

class Arcs {
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly capacity: number[] = [];

  add(from: number, to: number, capacity: number): void {
    this.from.push(from);
    this.to.push(to);
    this.capacity.push(capacity);
  }
}

function gather(
  places: Places,
  weight: (index: number) => number,
  limit: (index: number) => number,
): Cluster[] {
  const members = new Map<string, number[]>();
  for (let index = 0; index < places.count; index++) {
    if (weight(index) === 0) continue;
    const key = `${cellKey(places.latitude[index]!, places.longitude[index]!).join()},${limit(index)}`;
    const list = members.get(key);
    if (list === undefined) members.set(key, [index]);
    else list.push(index);
  }
  return Array.from(members.values(), (list) => {
    const mean = (values: Float64Array) => list.reduce((sum, index) => sum + values[index]!, 0) / list.length;
    const centre = { latitude: mean(places.latitude), longitude: mean(places.longitude) };
    const distances = list.map((index) =>
      greatCircleKm(centre, { latitude: places.latitude[index]!, longitude: places.longitude[index]! }),
    );
    return {
      ...centre,
      radiusKm: distances.reduce((most, km) => Math.max(most, km), 0),
      maxKm: limit(list[0]!),
      amount: list.reduce((sum, index) => sum + weight(index), 0),
    };
  });
}

/** Row and column of a 5 km cell; columns get wider in degrees towards the poles. */
function cellKey(latitude: number, longitude: number): [number, number] {
  const row = Math.floor((latitude * KM_PER_DEGREE) / CELL_KM);
  const shrink = Math.max(0.01, Math.cos((((row + 0.5) * CELL_KM) / KM_PER_DEGREE) * (Math.PI / 180)));
  return [row, Math.floor((longitude * KM_PER_DEGREE * shrink) / CELL_KM)];
}

/** Offers are sorted by latitude: a cell of pupils only looks at the band of latitudes that it can reach. */
function reachableArcs(homes: Cluster[], hosts: Cluster[]): Arcs {
  const arcs = new Arcs();
  const byLatitude = hosts.map((_, index) => index).sort((a, b) => hosts[a]!.latitude - hosts[b]!.latitude);
  const latitudes = byLatitude.map((index) => hosts[index]!.latitude);
  const homeVectors = unitVectors(columns(homes));
  const hostVectors = unitVectors(columns(hosts));
  const widest = hosts.reduce((most, host) => Math.max(most, host.radiusKm), 0);
  homes.forEach((home, index) => {
    const reach = home.maxKm + home.radiusKm + widest + KM_TOLERANCE;
    const farthest = squaredChordOf(Math.min(reach, HALF_TURN_KM));
    const margin = reach / (KM_PER_DEGREE - 0.01);
    const end = lowerBound(latitudes, home.latitude + margin);
    for (let at = lowerBound(latitudes, home.latitude - margin); at < end; at++) {
      const host = byLatitude[at]!;
      const squared = squaredChord(homeVectors, index, hostVectors, host);
      if (squared > farthest) continue;
      if (arcKm(squared) <= home.maxKm + home.radiusKm + hosts[host]!.radiusKm + KM_TOLERANCE)
        arcs.add(index, homes.length + host, home.amount);
    }
  });
  return arcs;
}

function columns(clusters: readonly Cluster[]): Places {
  return {
    count: clusters.length,
    latitude: Float64Array.from(clusters, (cluster) => cluster.latitude),
    longitude: Float64Array.from(clusters, (cluster) => cluster.longitude),
  };
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
