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
 * double, exact below 2^53; the lottery part gives the evicted pupil back.
 *
 * @returns for each pupil the line obtained, or NO_LINE
 */
export function deferredAcceptance(input: LayerInput): Int32Array {
  const { lists, kind, capacity, tiers, lottery, absent, promotion = false } = input;
  const { start, offer } = lists;
  const pupilCount = lottery.rank.length;
  const scale = 2 ** Math.ceil(Math.log2(Math.max(2, pupilCount)));
  const tierScale = 2 * scale;
  const inverse = 1 / scale;
  const held = new Int32Array(pupilCount).fill(NO_LINE);
  const next = new Uint32Array(pupilCount);
  const end = new Uint32Array(pupilCount);
  const ownKey = new Float64Array(pupilCount);
  for (let pupil = 0; pupil < pupilCount; pupil++) {
    next[pupil] = start[3 * pupil + kind]!;
    end[pupil] = start[3 * pupil + kind + 1]!;
    ownKey[pupil] = scale + lottery.rank[pupil]!;
  }
  const slotStart = slotOffsets(capacity, lists);
  const heap = new Float64Array(slotStart[capacity.length]!);
  const size = new Uint32Array(capacity.length);

  for (let first = 0; first < pupilCount; first++) {
    if (absent !== undefined && absent[first] === 1) continue;
    let pupil = first;
    for (;;) {
      const line = next[pupil]!;
      if (line === end[pupil]!) {
        const begin = start[3 * pupil + kind]!;
        if (!promotion || ownKey[pupil]! < scale || line === begin) break;
        ownKey[pupil]! -= scale;
        next[pupil] = begin;
        continue;
      }
      next[pupil] = line + 1;
      const host = offer[line]!;
      const root = slotStart[host]!;
      const count = size[host]!;
      const key = tiers[line]! * tierScale + ownKey[pupil]!;
      if (count < slotStart[host + 1]! - root) {
        siftUp(heap, root, count, key);
        size[host] = count + 1;
        held[pupil] = line;
        break;
      }
      if (count === 0) continue;
      const worst = heap[root]!;
      if (key >= worst) continue;
      siftDown(heap, root, count, key);
      held[pupil] = line;
      pupil = lottery.order[worst - Math.floor(worst * inverse) * scale]!;
      held[pupil] = NO_LINE;
    }
  }
  return held;
}

/** Where the held keys of each offer live: seats, never more than the lines that name the offer. */
function slotOffsets(capacity: Uint32Array, lists: Lists): Uint32Array {
  let total = 0;
  for (const seats of capacity) total += seats;
  let usable = capacity;
  if (total > lists.offer.length) {
    const named = new Uint32Array(capacity.length);
    for (const host of lists.offer) named[host]!++;
    usable = named.map((lines, host) => Math.min(lines, capacity[host]!));
  }
  const offsets = new Uint32Array(capacity.length + 1);
  for (let host = 0; host < capacity.length; host++) offsets[host + 1] = offsets[host]! + usable[host]!;
  return offsets;
}

/** Adds a key to the max-heap of `count` keys that starts at `root`. */
function siftUp(heap: Float64Array, root: number, count: number, key: number): void {
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
function siftDown(heap: Float64Array, root: number, count: number, key: number): void {
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
