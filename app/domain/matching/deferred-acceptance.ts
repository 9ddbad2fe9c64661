import { NO_LINE, type ContractKind, type Lists, type Lottery } from "./market.ts";

/** One market of one contract kind: who applies where, in which order, and who comes first there. */
export interface LayerInput {
  lists: Lists;
  kind: ContractKind;
  /** Seats of each offer for this kind. */
  capacity: Uint32Array;
  /** Priority tier of each line at its offer, lower goes first; the lottery orders pupils inside a tier. */
  tiers: Uint32Array;
  lottery: Lottery;
  /** Pupils marked 1 take no part. */
  absent?: Uint8Array;
  /** A pupil whose list is exhausted starts again and goes first inside ties (Király 2011). */
  promotion?: boolean;
}

/**
 * Pupil-proposing deferred acceptance with capacities (Gale–Shapley 1962, Roth 1984).
 *
 * Each pupil proposes down the list; an offer holds the best proposals up to its seats and refuses the
 * others, who go on. The result is stable (no pupil and offer would both rather have each other) and, without
 * promotion, the best stable one for every pupil at once; it does not depend on the order of proposals.
 *
 * With promotion (Király 2011, "Better and simpler approximation algorithms for the stable marriage problem"):
 * each list is read a second time with precedence inside ties. It is deferred acceptance on the doubled list
 * (substitutable choices, Hatfield–Milgrom 2005), hence still independent of order, and stable up to the lottery.
 *
 * O(E log capacity) time; no allocation in the loop. A key packs (tier, promoted or not, lottery) in one
 * whole number, of 32 bits when that is enough, else a double, exact below 2^53; the lottery part gives the
 * evicted pupil back. Time goes to cache misses, so what a
 * proposal reads is kept together: three numbers per pupil, and per offer its count followed by its heap.
 *
 * @returns for each pupil the line obtained, or NO_LINE
 */
export function deferredAcceptance(input: LayerInput): Int32Array {
  const { lists, kind, capacity, tiers, lottery, absent, promotion = false } = input;
  const { start, offer } = lists;
  const { order } = lottery;
  const pupilCount = lottery.rank.length;
  if (!hasLines(lists, kind)) return new Int32Array(pupilCount).fill(NO_LINE);
  const scale = 2 ** Math.ceil(Math.log2(Math.max(2, pupilCount)));
  const tierScale = 2 * scale;
  const inverse = 1 / scale;
  const shift = Math.log2(tierScale);
  const isNarrow = (greatest(tiers) + 1) * tierScale <= 2 ** 32;
  const Keys = isNarrow ? Uint32Array : Float64Array;
  const state = initialState(new Keys(WIDTH * pupilCount), lists, kind, lottery, scale, absent);
  const heapStart = heapOffsets(capacity, lists);
  const heap = new Keys(heapStart[capacity.length]!);

  for (let first = 0; first < pupilCount; first++) {
    let at = WIDTH * first;
    for (;;) {
      const line = state[at + NEXT]!;
      if (line === state[at + END]!) {
        const begin = start[at + kind]!;
        if (!promotion || state[at + KEY]! < scale || line === begin) {
          state[at + NEXT] = EXHAUSTED;
          break;
        }
        state[at + KEY]! -= scale;
        state[at + NEXT] = begin;
        continue;
      }
      state[at + NEXT] = line + 1;
      const host = offer[line]!;
      const base = heapStart[host]!;
      const count = heap[base]!;
      const own = state[at + KEY]!;
      const key = isNarrow ? ((tiers[line]! << shift) | own) >>> 0 : tiers[line]! * tierScale + own;
      if (base + count + 1 < heapStart[host + 1]!) {
        siftUp(heap, base + 1, count, key);
        heap[base] = count + 1;
        break;
      }
      if (count === 0) continue;
      const worst = heap[base + 1]!;
      if (key >= worst) continue;
      siftDown(heap, base + 1, count, key);
      at = WIDTH * order[isNarrow ? worst & (scale - 1) : worst - Math.floor(worst * inverse) * scale]!;
    }
  }
  const held = new Int32Array(pupilCount);
  for (let pupil = 0; pupil < pupilCount; pupil++) {
    const next = state[WIDTH * pupil + NEXT]!;
    held[pupil] = next === EXHAUSTED ? NO_LINE : next - 1;
  }
  return held;
}

/**
 * Per pupil: next line to propose (a pupil who is held holds the line before), end of the list, own key.
 * The stride is that of `lists.start`, so that one offset serves both.
 */
const WIDTH = 3;
const NEXT = 0;
const END = 1;
const KEY = 2;
const EXHAUSTED = 0xffffffff;
type Keys = Uint32Array | Float64Array;

function initialState(
  state: Keys,
  lists: Lists,
  kind: ContractKind,
  lottery: Lottery,
  scale: number,
  absent: Uint8Array | undefined,
): Keys {
  const pupilCount = lottery.rank.length;
  for (let pupil = 0; pupil < pupilCount; pupil++) {
    const end = lists.start[3 * pupil + kind + 1]!;
    state[WIDTH * pupil + END] = end;
    if (absent !== undefined && absent[pupil] === 1) {
      // At the end of the list, with a key that is never promoted.
      state[WIDTH * pupil + NEXT] = end;
      continue;
    }
    state[WIDTH * pupil + NEXT] = lists.start[3 * pupil + kind]!;
    state[WIDTH * pupil + KEY] = scale + lottery.rank[pupil]!;
  }
  return state;
}

function hasLines(lists: Lists, kind: ContractKind): boolean {
  for (let segment: number = kind; segment + 1 < lists.start.length; segment += 3)
    if (lists.start[segment] !== lists.start[segment + 1]) return true;
  return false;
}

function greatest(values: Uint32Array): number {
  let most = 0;
  for (let index = 0; index < values.length; index++) if (values[index]! > most) most = values[index]!;
  return most;
}

/** Where each offer keeps its count and its held keys: seats, never more than the lines that name the offer. */
function heapOffsets(capacity: Uint32Array, lists: Lists): Uint32Array {
  let total = 0;
  for (const seats of capacity) total += seats;
  let usable = capacity;
  if (total > lists.offer.length) {
    const named = new Uint32Array(capacity.length);
    for (const host of lists.offer) named[host]!++;
    usable = named.map((lines, host) => Math.min(lines, capacity[host]!));
  }
  const offsets = new Uint32Array(capacity.length + 1);
  for (let host = 0; host < capacity.length; host++) offsets[host + 1] = offsets[host]! + usable[host]! + 1;
  return offsets;
}

/** Adds a key to the max-heap of `count` keys that starts at `root`. */
function siftUp(heap: Keys, root: number, count: number, key: number): void {
  let hole = count;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = heap[root + parent]!;
    if (above >= key) break;
    heap[root + hole] = above;
    hole = parent;
  }
  heap[root + hole] = key;
}

/** Replaces the greatest key of the max-heap by a smaller one. */
function siftDown(heap: Keys, root: number, count: number, key: number): void {
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= count) break;
    if (child + 1 < count && heap[root + child + 1]! > heap[root + child]!) child++;
    const below = heap[root + child]!;
    if (below <= key) break;
    heap[root + hole] = below;
    hole = child;
  }
  heap[root + hole] = key;
}
