import { EARTH_RADIUS_KM, type GeoPoint } from "#app/kernel/geo.ts";
import { type IndexSlots, unitVector } from "./index-slots.ts";

/** A cell is some 4 km high and, in France, 3 to 5.5 km wide. */
const HEIGHT = 0.036;
const WIDTH = 0.05;
const COLUMNS = 10_000;
const KM_PER_DEGREE = (Math.PI / 180) * EARTH_RADIUS_KM;
/** No point of a cell is farther from its middle. */
const HALF_DIAGONAL_KM = (KM_PER_DEGREE * Math.hypot(HEIGHT, WIDTH)) / 2 + 0.01;

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
  private readonly cells = new Map<number, Cell>();

  constructor(private readonly slots: IndexSlots) {}

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

  /** Writes into `found` the slots within a circle (all without one) that `keep` lets through; tells how many. */
  gather(
    circle: { center: GeoPoint; radiusKm: number } | null,
    found: Uint32Array,
    keep: (slot: number) => boolean,
  ): number {
    let count = 0;
    if (!circle) {
      for (let slot = 0; slot < this.slots.count; slot += 1) if (keep(slot)) found[count++] = slot;
      return count;
    }
    const { x, y, z } = this.slots;
    const from = unitVector(circle.center.latitude, circle.center.longitude);
    const [fromX, fromY, fromZ] = from;
    const reach = squaredReach(circle.radiusKm);
    const inside = circle.radiusKm > HALF_DIAGONAL_KM ? squaredChord(circle.radiusKm - HALF_DIAGONAL_KM) : -1;
    const outside = squaredChord(circle.radiusKm + HALF_DIAGONAL_KM);
    const take = (slot: number, whole: boolean) => {
      if (!keep(slot)) return;
      if (!whole) {
        const dx = x[slot]! - fromX;
        const dy = y[slot]! - fromY;
        const dz = z[slot]! - fromZ;
        if (dx * dx + dy * dy + dz * dz >= reach) return;
      }
      found[count++] = slot;
    };
    this.around(circle, (cell) => {
      const squared = squaredBetween(cell.middle, from);
      if (squared > outside) return;
      const whole = squared < inside;
      for (let slot = cell.start; slot < cell.end; slot += 1) take(slot, whole);
      for (const slot of cell.later) take(slot, whole);
    });
    return count;
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
