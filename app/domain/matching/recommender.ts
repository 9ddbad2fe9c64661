import { EARTH_RADIUS_KM } from "#app/kernel/geo.ts";
import { arcKm, unitVectors } from "./geography.ts";
import {
  ABSENT,
  GRID_COLUMNS,
  GRID_ROWS,
  NO_CELL,
  buildOfferGrid,
  columnEdge,
  gridColumn,
  gridRow,
  rowEdge,
  type GridOffers,
  type OfferGrid,
} from "./offer-grid.ts";

export interface RecommendationQuery {
  latitude: number;
  longitude: number;
  /** Nothing farther than this. */
  maxKm: number;
  /** What a kilometre costs. */
  kmWeight: number;
  /** What a sector is worth to the pupil, by sector number. */
  affinity: Float64Array;
  /** Rules that are not a matter of score: reserved offers, offers already listed. */
  accept?: (offer: number) => boolean;
}

const RADIANS = Math.PI / 180;
/** Bounds are computed another way than scores: leave room for rounding. */
const ROUNDING = 1e-9;

/**
 * Exact top-K: the K offers with the best affinity(sector) + value(offer) − kmWeight × km, ties to the lowest
 * number. Square rings of cells are read outwards from the pupil; a ring, a cell, a sector of a cell is left
 * aside when even its best offer at its nearest edge could not enter the list, and the search ends when no
 * farther ring could. Microseconds where offers are dense.
 *
 * `penalise` lowers the value of an offer as it is listed (load-balanced candidates); bounds follow.
 */
export class Recommender {
  private readonly length: number;
  /** Result of the last search, best first. */
  readonly found: Uint32Array;
  readonly scores: Float64Array;
  private readonly grid: OfferGrid;
  private readonly vectors: Float64Array;
  private readonly value: Float64Array;
  private readonly groupBest: Float64Array;
  private readonly cellBest: Float64Array;
  private readonly best: number;
  private sortedGroups = true;
  private count = 0;
  private query!: RecommendationQuery;
  private bestAffinity = 0;
  private readonly home = new Float64Array(3);
  private readonly rowGap: [number[], number[]] = [[], []];
  private readonly columnGap: [number[], number[]] = [[], []];

  constructor(offers: GridOffers, quality: Float64Array, length: number, keep?: (offer: number) => boolean) {
    this.length = length;
    const grid = buildOfferGrid(offers, quality, keep);
    this.grid = grid;
    this.found = new Uint32Array(length);
    this.scores = new Float64Array(length);
    const vectors = unitVectors(offers);
    this.vectors = new Float64Array(3 * grid.sorted.length);
    this.value = new Float64Array(grid.sorted.length);
    grid.sorted.forEach((offer, place) => {
      this.vectors.set(vectors.subarray(3 * offer, 3 * offer + 3), 3 * place);
      this.value[place] = quality[offer]!;
    });
    this.groupBest = Float64Array.from(grid.groupSector, (_, group) => this.value[grid.groupStart[group]!]!);
    this.cellBest = new Float64Array(grid.cellStart.length - 1);
    for (let cell = 0; cell < this.cellBest.length; cell++) this.cellBest[cell] = this.bestGroupOf(cell);
    this.best = this.cellBest.reduce((most, value) => Math.max(most, value), -Infinity);
  }

  /** Lowers the value of an offer for the next searches. */
  penalise(offer: number, amount: number): void {
    const place = this.grid.where[offer]!;
    if (place === ABSENT) return;
    this.sortedGroups = false;
    const before = this.value[place]!;
    this.value[place] = before - amount;
    const group = this.grid.groupOf[place]!;
    if (before < this.groupBest[group]!) return;
    let best = -Infinity;
    const end = this.grid.groupStart[group + 1]!;
    for (let index = this.grid.groupStart[group]!; index < end; index++)
      if (this.value[index]! > best) best = this.value[index]!;
    this.groupBest[group] = best;
    const cell = this.grid.cellOf[group]!;
    if (before >= this.cellBest[cell]!) this.cellBest[cell] = this.bestGroupOf(cell);
  }

  /** Fills `found` and `scores`; returns how many offers were found. */
  search(query: RecommendationQuery): number {
    this.count = 0;
    this.query = query;
    this.bestAffinity = query.affinity.reduce((most, value) => Math.max(most, value), 0);
    const latitude = query.latitude * RADIANS;
    const longitude = query.longitude * RADIANS;
    this.home[0] = Math.cos(latitude) * Math.cos(longitude);
    this.home[1] = Math.cos(latitude) * Math.sin(longitude);
    this.home[2] = Math.sin(latitude);
    const cellCount = this.cellBest.length;
    for (let ring = 0; ; ring++) {
      if ((2 * ring + 1) ** 2 > 4 * cellCount + 100) {
        // Offers are few for the area: read every cell rather than empty rings.
        this.count = 0;
        for (let cell = 0; cell < cellCount; cell++) this.readCell(cell, 0);
        break;
      }
      if (!this.readRing(ring, Math.cos(latitude))) break;
    }
    return this.count;
  }

  /** False when nothing at this distance or farther can enter the list. */
  private readRing(ring: number, cosLatitude: number): boolean {
    const row = gridRow(this.query.latitude);
    const column = gridColumn(this.query.longitude);
    const [north, south] = this.rowGap;
    const [east, west] = this.columnGap;
    north[ring] = ring === 0 ? 0 : halfSineSquared(rowEdge(row + ring) - this.query.latitude);
    south[ring] = ring === 0 ? 0 : halfSineSquared(this.query.latitude - rowEdge(row - ring + 1));
    east[ring] = ring === 0 ? 0 : halfSineSquared(columnEdge(column + ring) - this.query.longitude);
    west[ring] = ring === 0 ? 0 : halfSineSquared(this.query.longitude - columnEdge(column - ring + 1));
    const farthest = Math.max(Math.abs(rowEdge(row + ring + 1)), Math.abs(rowEdge(row - ring)));
    const shrink = cosLatitude * Math.max(0, Math.cos(Math.min(90, farthest) * RADIANS));
    const nearest = Math.min(north[ring], south[ring], shrink * Math.min(east[ring], west[ring]));
    const ringKm = 2 * EARTH_RADIUS_KM * Math.sqrt(nearest);
    if (ringKm > this.query.maxKm || this.isHopeless(this.bestAffinity + this.best, ringKm)) return false;
    for (let aside = -ring; aside <= ring; aside++) {
      const gap = shrink * (aside < 0 ? west[-aside]! : east[aside]!);
      this.readAt(row + ring, column + aside, north[ring] + gap);
      if (ring > 0) this.readAt(row - ring, column + aside, south[ring] + gap);
    }
    for (let up = 1 - ring; up < ring; up++) {
      const gap = up < 0 ? south[-up]! : north[up]!;
      this.readAt(row + up, column + ring, gap + shrink * east[ring]);
      this.readAt(row + up, column - ring, gap + shrink * west[ring]);
    }
    return true;
  }

  private readAt(row: number, column: number, squaredHalfChord: number): void {
    if (row < 0 || row >= GRID_ROWS) return;
    const cell = this.grid.cells.get(row, (column + GRID_COLUMNS) % GRID_COLUMNS);
    if (cell !== NO_CELL) this.readCell(cell, squaredHalfChord);
  }

  /** `squaredHalfChord`: a lower bound for every point of the cell (the inside of the haversine formula). */
  private readCell(cell: number, squaredHalfChord: number): void {
    const nearestKm = 2 * EARTH_RADIUS_KM * Math.sqrt(squaredHalfChord);
    if (nearestKm > this.query.maxKm) return;
    if (this.isHopeless(this.bestAffinity + this.cellBest[cell]!, nearestKm)) return;
    const end = this.grid.cellStart[cell + 1]!;
    for (let group = this.grid.cellStart[cell]!; group < end; group++) {
      const affinity = this.query.affinity[this.grid.groupSector[group]!] ?? 0;
      if (!this.isHopeless(affinity + this.groupBest[group]!, nearestKm))
        this.readGroup(group, affinity, nearestKm);
    }
  }

  private readGroup(group: number, affinity: number, nearestKm: number): void {
    const { maxKm, kmWeight, accept } = this.query;
    const end = this.grid.groupStart[group + 1]!;
    for (let place = this.grid.groupStart[group]!; place < end; place++) {
      const worth = affinity + this.value[place]!;
      if (this.isHopeless(worth, nearestKm)) {
        if (this.sortedGroups) return;
        continue;
      }
      const x = this.vectors[3 * place]! - this.home[0]!;
      const y = this.vectors[3 * place + 1]! - this.home[1]!;
      const z = this.vectors[3 * place + 2]! - this.home[2]!;
      const km = arcKm(x * x + y * y + z * z);
      if (km > maxKm) continue;
      const score = worth - kmWeight * km;
      const offer = this.grid.sorted[place]!;
      if (this.count === this.length && !this.isBefore(score, offer, this.count - 1)) continue;
      if (accept === undefined || accept(offer)) this.insert(offer, score);
    }
  }

  private insert(offer: number, score: number): void {
    let place = this.count < this.length ? this.count++ : this.count - 1;
    for (; place > 0 && this.isBefore(score, offer, place - 1); place--) {
      this.found[place] = this.found[place - 1]!;
      this.scores[place] = this.scores[place - 1]!;
    }
    this.found[place] = offer;
    this.scores[place] = score;
  }

  private isBefore(score: number, offer: number, place: number): boolean {
    const other = this.scores[place]!;
    return score > other || (score === other && offer < this.found[place]!);
  }

  private isHopeless(worth: number, nearestKm: number): boolean {
    return (
      this.count === this.length &&
      worth - this.query.kmWeight * nearestKm + ROUNDING < this.scores[this.length - 1]!
    );
  }

  private bestGroupOf(cell: number): number {
    let best = -Infinity;
    const end = this.grid.cellStart[cell + 1]!;
    for (let group = this.grid.cellStart[cell]!; group < end; group++)
      if (this.groupBest[group]! > best) best = this.groupBest[group]!;
    return best;
  }
}

function halfSineSquared(degrees: number): number {
  return Math.sin((degrees * RADIANS) / 2) ** 2;
}
