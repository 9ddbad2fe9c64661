import type { Places } from "./market.ts";

export interface GridOffers extends Places {
  sector: Uint32Array;
}

/** About 2.5 km by 2.5 km in the middle of metropolitan France. */
const CELL_DEGREES_LATITUDE = 180 / 8192;
const CELL_DEGREES_LONGITUDE = 360 / 11_264;
export const GRID_ROWS = 8192;
export const GRID_COLUMNS = 11_264;
const BLOCK = 64;
const BLOCK_COLUMNS = GRID_COLUMNS / BLOCK;

/**
 * Offers sorted by (cell, sector, quality): a cell is a run of groups, a group a run of offers of one sector,
 * best quality first, then lowest number. The grid covers the globe; blocks of 64 × 64 cells exist only where
 * offers are.
 */
export interface OfferGrid {
  /** Offers in grid order, and the way back: where[offer] is its place in `sorted`, or ABSENT. */
  sorted: Uint32Array;
  where: Uint32Array;
  groupSector: Uint32Array;
  /** Offers of group g: sorted[groupStart[g] … groupStart[g + 1]). */
  groupStart: Uint32Array;
  /** Group of each place in `sorted`, and cell of each group. */
  groupOf: Uint32Array;
  cellOf: Uint32Array;
  /** Groups of cell c: cellStart[c] … cellStart[c + 1]. */
  cellStart: Uint32Array;
  /** Number of the cell at a row and a column, or NO_CELL. */
  cells: { get(row: number, column: number): number };
}
export const NO_CELL = -1;
export const ABSENT = 0xffffffff;

export function gridRow(latitude: number): number {
  return Math.min(GRID_ROWS - 1, Math.floor((latitude + 90) / CELL_DEGREES_LATITUDE));
}

export function gridColumn(longitude: number): number {
  return Math.floor((longitude + 180) / CELL_DEGREES_LONGITUDE) % GRID_COLUMNS;
}

/** South edge of a row and west edge of a column, in degrees. */
export const rowEdge = (row: number): number => row * CELL_DEGREES_LATITUDE - 90;
export const columnEdge = (column: number): number => column * CELL_DEGREES_LONGITUDE - 180;

/** Only offers accepted by `keep` enter the grid. O(n log n). */
export function buildOfferGrid(
  offers: GridOffers,
  quality: ArrayLike<number>,
  keep: (offer: number) => boolean = () => true,
): OfferGrid {
  const key = new Float64Array(offers.count);
  const kept: number[] = [];
  for (let offer = 0; offer < offers.count; offer++) {
    key[offer] = gridRow(offers.latitude[offer]!) * GRID_COLUMNS + gridColumn(offers.longitude[offer]!);
    if (keep(offer)) kept.push(offer);
  }
  const sorted = Uint32Array.from(kept).sort(
    (a, b) =>
      key[a]! - key[b]! || offers.sector[a]! - offers.sector[b]! || quality[b]! - quality[a]! || a - b,
  );
  const groupSector: number[] = [];
  const groupStart: number[] = [];
  const cellOf: number[] = [];
  const cellStart: number[] = [];
  const groupOf = new Uint32Array(sorted.length);
  const where = new Uint32Array(offers.count).fill(ABSENT);
  const cells = new CellTable();
  sorted.forEach((offer, place) => {
    const previous = place === 0 ? undefined : sorted[place - 1]!;
    const newCell = previous === undefined || key[previous] !== key[offer];
    if (newCell) {
      cells.set(Math.floor(key[offer]! / GRID_COLUMNS), key[offer]! % GRID_COLUMNS, cellStart.length);
      cellStart.push(groupStart.length);
    }
    if (newCell || offers.sector[previous] !== offers.sector[offer]) {
      groupStart.push(place);
      groupSector.push(offers.sector[offer]!);
      cellOf.push(cellStart.length - 1);
    }
    groupOf[place] = groupStart.length - 1;
    where[offer] = place;
  });
  groupStart.push(sorted.length);
  cellStart.push(groupSector.length);
  return {
    sorted,
    where,
    groupSector: Uint32Array.from(groupSector),
    groupStart: Uint32Array.from(groupStart),
    groupOf,
    cellOf: Uint32Array.from(cellOf),
    cellStart: Uint32Array.from(cellStart),
    cells,
  };
}

/** A two-level table: a directory of blocks, and the cells of the blocks in use, one after the other. */
class CellTable {
  private readonly directory = new Int32Array((GRID_ROWS / BLOCK) * BLOCK_COLUMNS).fill(NO_CELL);
  private cells: Int32Array<ArrayBuffer> = new Int32Array(0);
  private used = 0;

  get(row: number, column: number): number {
    const block = this.directory[(row >> 6) * BLOCK_COLUMNS + (column >> 6)]!;
    return block === NO_CELL ? NO_CELL : this.cells[(block << 12) | ((row & 63) << 6) | (column & 63)]!;
  }

  set(row: number, column: number, cell: number): void {
    const entry = (row >> 6) * BLOCK_COLUMNS + (column >> 6);
    if (this.directory[entry] === NO_CELL) this.directory[entry] = this.addBlock();
    this.cells[(this.directory[entry]! << 12) | ((row & 63) << 6) | (column & 63)] = cell;
  }

  private addBlock(): number {
    const size = BLOCK * BLOCK;
    if ((this.used + 1) * size > this.cells.length) {
      const larger = new Int32Array(Math.max(size, 2 * this.cells.length)).fill(NO_CELL);
      larger.set(this.cells);
      this.cells = larger;
    }
    return this.used++;
  }
}
