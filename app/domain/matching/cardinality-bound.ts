import {
  BOTH_WEEKS,
  CONTRACT_KINDS,
  WEEK_1,
  WEEK_2,
  type Lists,
  type Matching,
  type Offers,
} from "./market.ts";

/**
 * No assignment, stable or not, can give a contract to more pupils than this.
 *
 * Each offer is two bins: the week with fewer seats takes the two-week lines and its own, the other week its own;
 * a pupil goes to at most one bin. Dropping the remaining constraint (two-week contracts also use the larger week)
 * can only let more pupils in, so this is an upper bound; it is the exact maximum when a market holds two-week
 * lines only, or week lines only.
 *
 * Maximum b-matching by Hopcroft–Karp (1973): phases of shortest disjoint augmenting paths, O(E √V). The depth-first
 * phase follows the levels of bins as well as of pupils: without it paths overlap and the result falls short.
 * Any feasible start gives the same maximum; the outcome of a run saves most phases.
 */
export function cardinalityBound(offers: Offers, lists: Lists, start?: Matching): number {
  const search = new AugmentingSearch(offers, lists);
  for (const kind of CONTRACT_KINDS) start?.lines[kind].forEach((line, pupil) => search.seat(pupil, line));
  for (;;) {
    if (!search.layer()) return search.seated;
    search.augmentAll();
  }
}

const NONE = -1;

class AugmentingSearch {
  private readonly lists: Lists;
  seated = 0;
  private readonly pupilCount: number;
  /** Bin of each line; slots of bin b are slot[slotStart[b] … slotStart[b] + used[b]). */
  private readonly bin: Uint32Array;
  private readonly slotStart: Uint32Array;
  private readonly slot: Uint32Array;
  private readonly used: Uint32Array;
  private readonly isSeated: Uint8Array;
  private readonly pupilLevel: Int32Array;
  private readonly binLevel: Int32Array;
  private readonly queue: Uint32Array;
  private readonly nextLine: Uint32Array;
  private readonly nextSlot: Uint32Array;
  /** The path under exploration: a pupil, and the slot through which the next pupil was reached. */
  private readonly path: Uint32Array;
  private readonly pathSlot: Uint32Array;

  constructor(offers: Offers, lists: Lists) {
    this.lists = lists;
    this.pupilCount = (lists.start.length - 1) / 3;
    this.bin = lineBins(offers, lists);
    const named = new Uint32Array(2 * offers.count);
    for (const bin of this.bin) named[bin]!++;
    this.slotStart = new Uint32Array(2 * offers.count + 1);
    for (let bin = 0; bin < named.length; bin++) {
      const seats = (bin & 1) === 0 ? offers.seats1[bin >> 1]! : offers.seats2[bin >> 1]!;
      this.slotStart[bin + 1] = this.slotStart[bin]! + Math.min(seats, named[bin]!);
    }
    this.slot = new Uint32Array(this.slotStart[named.length]!);
    this.used = new Uint32Array(named.length);
    this.isSeated = new Uint8Array(this.pupilCount);
    this.pupilLevel = new Int32Array(this.pupilCount);
    this.binLevel = new Int32Array(named.length);
    this.queue = new Uint32Array(this.pupilCount);
    this.nextLine = new Uint32Array(this.pupilCount);
    this.nextSlot = new Uint32Array(named.length);
    this.path = new Uint32Array(this.pupilCount + 1);
    this.pathSlot = new Uint32Array(this.pupilCount + 1);
  }

  /** Takes a free slot for a line of the starting assignment, when the relaxation has one. */
  seat(pupil: number, line: number): void {
    if (line === NONE || this.isSeated[pupil] === 1) return;
    const bin = this.bin[line]!;
    if (this.isFull(bin)) return;
    this.fillFreeSlot(bin, pupil);
  }

  /** Breadth-first levels from the unseated pupils; false when no free slot can be reached. */
  layer(): boolean {
    const { lists, pupilLevel, binLevel, queue } = this;
    pupilLevel.fill(NONE);
    binLevel.fill(NONE);
    let tail = 0;
    for (let pupil = 0; pupil < this.pupilCount; pupil++) {
      this.nextLine[pupil] = lists.start[3 * pupil]!;
      if (this.isSeated[pupil] === 1) continue;
      pupilLevel[pupil] = 0;
      queue[tail++] = pupil;
    }
    for (let bin = 0; bin < this.used.length; bin++) this.nextSlot[bin] = this.slotStart[bin]!;
    let goal = Infinity;
    for (let head = 0; head < tail; head++) {
      const pupil = queue[head]!;
      const level = pupilLevel[pupil]!;
      if (level >= goal) break;
      for (let line = lists.start[3 * pupil]!; line < lists.start[3 * pupil + 3]!; line++) {
        const bin = this.bin[line]!;
        if (binLevel[bin] !== NONE) continue;
        binLevel[bin] = level + 1;
        if (!this.isFull(bin)) {
          goal = level + 1;
          continue;
        }
        const end = this.slotStart[bin + 1]!;
        for (let slot = this.slotStart[bin]!; slot < end; slot++) {
          const other = this.slot[slot]!;
          if (pupilLevel[other] !== NONE) continue;
          pupilLevel[other] = level + 1;
          queue[tail++] = other;
        }
      }
    }
    return goal !== Infinity;
  }

  augmentAll(): void {
    for (let pupil = 0; pupil < this.pupilCount; pupil++)
      if (this.isSeated[pupil] === 0) this.augmentFrom(pupil);
  }

  /** Depth-first along the levels, without recursion: chains can be longer than the stack. */
  private augmentFrom(root: number): void {
    const { path, pathSlot, nextLine, nextSlot, pupilLevel } = this;
    let depth = 0;
    path[0] = root;
    for (;;) {
      const pupil = path[depth]!;
      const line = nextLine[pupil]!;
      if (line === this.lists.start[3 * pupil + 3]!) {
        pupilLevel[pupil] = NONE;
        if (depth === 0) return;
        depth--;
        continue;
      }
      const bin = this.bin[line]!;
      if (this.binLevel[bin] !== pupilLevel[pupil]! + 1) {
        nextLine[pupil] = line + 1;
        continue;
      }
      if (!this.isFull(bin)) {
        this.shiftAlong(depth, bin);
        return;
      }
      const slot = nextSlot[bin]!;
      if (slot === this.slotStart[bin + 1]!) {
        nextLine[pupil] = line + 1;
        continue;
      }
      nextSlot[bin] = slot + 1;
      const other = this.slot[slot]!;
      if (pupilLevel[other] !== this.binLevel[bin]) continue;
      pathSlot[depth] = slot;
      path[++depth] = other;
    }
  }

  /** The last pupil of the path takes the free slot, each other one the slot of its follower. */
  private shiftAlong(depth: number, freeBin: number): void {
    const last = this.path[depth]!;
    this.slot[this.slotStart[freeBin]! + this.used[freeBin]!++] = last;
    for (let index = depth - 1; index >= 0; index--) this.slot[this.pathSlot[index]!] = this.path[index]!;
    for (let index = 0; index <= depth; index++) this.pupilLevel[this.path[index]!] = NONE;
    this.isSeated[this.path[0]!] = 1;
    this.seated++;
  }

  private fillFreeSlot(bin: number, pupil: number): void {
    this.slot[this.slotStart[bin]! + this.used[bin]!++] = pupil;
    this.isSeated[pupil] = 1;
    this.seated++;
  }

  private isFull(bin: number): boolean {
    return this.slotStart[bin]! + this.used[bin]! === this.slotStart[bin + 1]!;
  }
}

/** Bin 2 × offer is week 1, bin 2 × offer + 1 is week 2. */
function lineBins(offers: Offers, lists: Lists): Uint32Array {
  const bins = new Uint32Array(lists.offer.length);
  for (let segment = 0; segment + 1 < lists.start.length; segment++) {
    const kind = segment % 3;
    for (let line = lists.start[segment]!; line < lists.start[segment + 1]!; line++) {
      const offer = lists.offer[line]!;
      const smaller = offers.seats2[offer]! < offers.seats1[offer]! ? WEEK_2 : WEEK_1;
      const week = kind === BOTH_WEEKS ? smaller : kind;
      bins[line] = 2 * offer + week - 1;
    }
  }
  return bins;
}
