import { EARTH_RADIUS_KM, type GeoPoint } from "#app/kernel/geo.ts";
import { type IndexSlots, unitVector } from "./index-slots.ts";
import { LOW_BITS, REFUSED, sectorOf, TAKEN_IF_LISTED, type FilterTables } from "./index-traits.ts";

/** A cell is some 4 km high and, in France, 3 to 5.5 km wide. */
const HEIGHT = 0.036;
const WIDTH = 0.05;
const COLUMNS = 10_000;
const KM_PER_DEGREE = (Math.PI / 180) * EARTH_RADIUS_KM;
/** No point of a cell is farther from its middle. */
const HALF_DIAGONAL_KM = (KM_PER_DEGREE * Math.hypot(HEIGHT, WIDTH)) / 2 + 0.01;

export interface Circle {
  center: GeoPoint;
  radiusKm: number;
}

interface Cell {
  middle: [number, number, number];
  /** Slots that came one after the other when the index was made: from `start` to before `end`. */
  start: number;
  end: number;
  /** Those that came later. */
  later: number[];
}

/** Squared length of the chord under an arc, on a sphere of radius 1. */
export function squaredChord(km: number): number {
  return (2 * Math.sin(Math.min(Math.PI / 2, km / (2 * EARTH_RADIUS_KM)))) ** 2;
}

/** Whole metres under a squared chord: what searches sort and cut by. */
export function metresOf(squared: number): number {
  return Math.round(2000 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2)));
}

/** A distance is within a radius when its whole metres are. */
export function squaredReach(radiusKm: number): number {
  return squaredChord(radiusKm + 0.0005);
}

/** Slots by cell of a grid, so that a circle reads its own cells only, and measures only those on its border. */
export class IndexCells {
  private readonly slots: IndexSlots;
  private readonly cells = new Map<number, Cell>();

  constructor(slots: IndexSlots) {
    this.slots = slots;
  }

  add(slot: number): void {
    const row = Math.floor(this.slots.latitude[slot]! / HEIGHT);
    const column = Math.floor(this.slots.longitude[slot]! / WIDTH);
    const key = keyOf(row, column);
    let cell = this.cells.get(key);
    if (!cell) {
      const middle = unitVector((row + 0.5) * HEIGHT, (column + 0.5) * WIDTH);
      cell = { middle, start: slot, end: slot, later: [] };
      this.cells.set(key, cell);
    }
    if (cell.end === slot) cell.end = slot + 1;
    else cell.later.push(slot);
  }

  /**
   * Writes into `found` the slots within a circle (all without one) whose traits the tables take; tells how many.
   * `isListed` tells of an offer kept for a list of schools.
   */
  gather(
    circle: Circle | null,
    tables: FilterTables,
    isListed: (slot: number) => boolean,
    found: Uint32Array,
  ): number {
    if (!circle) return this.take({ start: 0, end: this.slots.count, later: [] }, tables, isListed, found, 0);
    const from = unitVector(circle.center.latitude, circle.center.longitude);
    const reach = squaredReach(circle.radiusKm);
    const inside = circle.radiusKm > HALF_DIAGONAL_KM ? squaredChord(circle.radiusKm - HALF_DIAGONAL_KM) : -1;
    const outside = squaredChord(circle.radiusKm + HALF_DIAGONAL_KM);
    const { x, y, z } = this.slots;
    let count = 0;
    this.around(circle, (cell) => {
      const squared = squaredBetween(cell.middle, from);
      if (squared > outside) return;
      const before = count;
      count = this.take(cell, tables, isListed, found, count);
      if (squared < inside) return;
      // A cell on the border: its slots are measured one by one.
      let kept = before;
      for (let at = before; at < count; at += 1) {
        const slot = found[at]!;
        const dx = x[slot]! - from[0];
        const dy = y[slot]! - from[1];
        const dz = z[slot]! - from[2];
        if (dx * dx + dy * dy + dz * dz < reach) found[kept++] = slot;
      }
      count = kept;
    });
    return count;
  }

  /** Adds to `found` the slots of a cell that the tables take; this is the loop that searches spend their time in. */
  private take(
    { start, end, later }: Omit<Cell, "middle">,
    { low, sector }: FilterTables,
    isListed: (slot: number) => boolean,
    found: Uint32Array,
    count: number,
  ): number {
    const { traits } = this.slots;
    let filled = count;
    const last = end - start + later.length;
    for (let at = 0; at < last; at += 1) {
      const slot = at < end - start ? start + at : later[at - (end - start)]!;
      const own = traits[slot]!;
      const taken = low[own & LOW_BITS]! & -sector[sectorOf(own)]!;
      if (taken === REFUSED || (taken === TAKEN_IF_LISTED && !isListed(slot))) continue;
      found[filled++] = slot;
    }
    return filled;
  }

  /** The cells of the box that holds a circle. */
  private around(
    { center, radiusKm }: { center: GeoPoint; radiusKm: number },
    visit: (cell: Cell) => void,
  ): void {
    const height = radiusKm / KM_PER_DEGREE;
    const widest = Math.min(89, Math.abs(center.latitude) + height);
    const width = Math.min(180, height / Math.cos((widest * Math.PI) / 180));
    const lastRow = Math.floor((center.latitude + height) / HEIGHT);
    const lastColumn = Math.floor((center.longitude + width) / WIDTH);
    for (let row = Math.floor((center.latitude - height) / HEIGHT); row <= lastRow; row += 1)
      for (let column = Math.floor((center.longitude - width) / WIDTH); column <= lastColumn; column += 1) {
        const cell = this.cells.get(keyOf(row, column));
        if (cell) visit(cell);
      }
  }
}

function keyOf(row: number, column: number): number {
  return row * COLUMNS + column;
}

function squaredBetween(a: readonly [number, number, number], b: readonly [number, number, number]): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
