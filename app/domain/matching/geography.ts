import { EARTH_RADIUS_KM } from "#app/kernel/geo.ts";
import type { Places } from "./market.ts";

const RADIANS = Math.PI / 180;
/** One micrometre: a distance equal to a limit is not pushed beyond it by the last bit of a double. */
export const KM_TOLERANCE = 1e-9;

/** Points of the unit sphere, three doubles each: a squared chord costs eight operations and no sine. */
export function unitVectors(places: Places): Float64Array {
  const vectors = new Float64Array(3 * places.count);
  for (let index = 0; index < places.count; index++) {
    const latitude = places.latitude[index]! * RADIANS;
    const longitude = places.longitude[index]! * RADIANS;
    vectors[3 * index] = Math.cos(latitude) * Math.cos(longitude);
    vectors[3 * index + 1] = Math.cos(latitude) * Math.sin(longitude);
    vectors[3 * index + 2] = Math.sin(latitude);
  }
  return vectors;
}

export function squaredChord(a: Float64Array, i: number, b: Float64Array, j: number): number {
  const x = a[3 * i]! - b[3 * j]!;
  const y = a[3 * i + 1]! - b[3 * j + 1]!;
  const z = a[3 * i + 2]! - b[3 * j + 2]!;
  return x * x + y * y + z * z;
}

/** The squared chord of an arc of so many kilometres. */
export function squaredChordOf(km: number): number {
  return (2 * Math.sin(km / (2 * EARTH_RADIUS_KM))) ** 2;
}

/** The great-circle distance of a squared chord. */
export function arcKm(squared: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

/**
 * A canonical numbering of places along a Hilbert curve, ties settled by the caller: neighbours get close
 * numbers, so that the engine's random accesses stay in the processor's cache, and the numbering does not
 * depend on the order in which places were read.
 */
export function curveOrder(places: Places, tieBreak: (a: number, b: number) => number): Uint32Array {
  const position = new Float64Array(places.count);
  for (let index = 0; index < places.count; index++) {
    const x = Math.min(65_535, Math.floor(((places.longitude[index]! + 180) / 360) * 65_536));
    const y = Math.min(65_535, Math.floor(((places.latitude[index]! + 90) / 180) * 65_536));
    position[index] = hilbertPosition(x, y);
  }
  return Uint32Array.from(position.keys()).sort((a, b) => position[a]! - position[b]! || tieBreak(a, b));
}

/** Place of a cell of the 65,536 × 65,536 grid along the Hilbert curve. */
function hilbertPosition(column: number, row: number): number {
  let x = column;
  let y = row;
  let position = 0;
  for (let side = 32_768; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const top = (y & side) > 0 ? 1 : 0;
    position += side * side * ((3 * right) ^ top);
    if (top === 0) {
      if (right === 1) {
        x = 65_535 - x;
        y = 65_535 - y;
      }
      [x, y] = [y, x];
    }
  }
  return position;
}
