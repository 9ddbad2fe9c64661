import { hash } from "node:crypto";
import type { Lottery } from "./market.ts";

/** The number drawn for a pupil: SHA-256 of the UTF-8 text "SEED:ID", in hexadecimal. Anybody can recompute it. */
export function lotteryDigest(seed: string, id: string): string {
  return hash("sha256", `${seed}:${id}`, "hex");
}

/**
 * The lottery: pupils in ascending order of their digest. The seed is committed before the lists close; the
 * order of two pupils depends on nobody else, so it does not move when a pupil joins or leaves.
 *
 * Sorted on the first 32 bits (two 16-bit counting passes), equal prefixes settled on the whole digest: short
 * hashes collide (about 40 pairs among 560,000 pupils at 32 bits). O(n) hashes.
 */
export function drawLottery(seed: string, ids: readonly string[]): Lottery {
  const count = ids.length;
  const prefix = new Uint32Array(count);
  for (let index = 0; index < count; index++)
    prefix[index] = parseInt(lotteryDigest(seed, ids[index]!).slice(0, 8), 16);
  const order = sortByPrefix(prefix);
  for (let from = 0, to = 1; from < count; from = to, to = from + 1) {
    while (to < count && prefix[order[to]!] === prefix[order[from]!]) to++;
    if (to - from === 1) continue;
    const tied = Array.from(order.subarray(from, to), (pupil) => ({
      pupil,
      digest: lotteryDigest(seed, ids[pupil]!),
    }));
    tied.sort((a, b) => (a.digest < b.digest ? -1 : 1));
    tied.forEach((entry, offset) => (order[from + offset] = entry.pupil));
  }
  return lotteryFromOrder(order);
}

/** The lottery whose first pupil is order[0]. */
export function lotteryFromOrder(order: Uint32Array): Lottery {
  const rank = new Uint32Array(order.length);
  order.forEach((pupil, position) => (rank[pupil] = position));
  return { rank, order };
}

function sortByPrefix(prefix: Uint32Array): Uint32Array {
  let order = Uint32Array.from(prefix.keys());
  for (const shift of [0, 16]) {
    const offsets = new Uint32Array(65_537);
    for (const value of prefix) offsets[((value >>> shift) & 0xffff) + 1]!++;
    for (let digit = 0; digit < 65_536; digit++) offsets[digit + 1]! += offsets[digit]!;
    const sorted = new Uint32Array(order.length);
    for (const index of order) sorted[offsets[(prefix[index]! >>> shift) & 0xffff]!++] = index;
    order = sorted;
  }
  return order;
}
