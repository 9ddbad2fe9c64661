import { hash } from "node:crypto";
import { greatCircleKm } from "#app/kernel/geo.ts";
import type { ContractKind, Lists, Lottery, Offers, Pupils, Rankings, Rules } from "./market.ts";

/**
 * Independent proof of an assignment, written from the definitions; it uses nothing of the engine, neither its
 * state nor its distances, and reads the assignment as anybody could have written it.
 *
 * Definition. The contract (pupil, offer, kind) blocks an assignment when the pupil listed it, may hold it,
 * would rather have it, and the offer would take it:
 * - kind B: the pupil has no two-week contract or one listed lower; the offer has fewer two-week contracts than
 *   min(seats of week 1, seats of week 2), or holds one of a pupil who comes after;
 * - kind 1 or 2: the pupil has no two-week contract, and in that week nothing or something listed lower; the
 *   offer has a seat left in that week (two-week contracts included in the count), or holds in that week a
 *   one-week contract of a pupil who comes after.
 * An assignment is stable when it is feasible and nothing blocks it.
 */
export interface VerifierInput {
  pupils: Pupils;
  offers: Offers;
  /** All lines as written: eligibility is judged again here. */
  lists: Lists;
  /** From `judgedPriorities`, or any whole numbers that order the lines at their offer: lower comes first. */
  priorities: Uint32Array;
  lottery: Lottery;
  /** Pupils equal but for the lottery do not block each other (a run with promotion). */
  upToLottery?: boolean;
}

export interface Contracts {
  pupil: Uint32Array;
  offer: Uint32Array;
  kind: Uint8Array;
}

export type Fault = "unlisted" | "ineligible" | "same_week_twice" | "week_overfull" | "blocking";

export interface Finding {
  fault: Fault;
  pupil: number;
  offer: number;
  kind: ContractKind;
}

export interface Verdict {
  stable: boolean;
  counts: Record<Fault, number>;
  /** The first findings, to be shown. */
  findings: Finding[];
}

const SHOWN_FINDINGS = 20;
const NOTHING = 0xffffffff;

/** O(lines + contracts). */
export function verifyAssignment(input: VerifierInput, contracts: Contracts): Verdict {
  const verdict: Verdict = {
    stable: true,
    counts: { unlisted: 0, ineligible: 0, same_week_twice: 0, week_overfull: 0, blocking: 0 },
    findings: [],
  };
  const hosts: Hosts = {
    held: new Uint32Array(3 * input.offers.count),
    last: new Float64Array(3 * input.offers.count).fill(-1),
  };
  const obtained = recordContracts(input, contracts, hosts, verdict);
  findOverfullWeeks(input.offers, hosts, verdict);
  findBlocking(input, obtained, acceptedBelow(input, hosts), verdict);
  verdict.stable = Object.values(verdict.counts).every((count) => count === 0);
  return verdict;
}

/** Per kind and offer (slot kind × offers + offer): contracts held, and who comes last among the holders. */
interface Hosts {
  held: Uint32Array;
  /** Priority × pupils + lottery of the last holder, −1 when there is none. */
  last: Float64Array;
}

/** Fills the hosts and returns the rank obtained per pupil and kind (3 × pupil + kind). */
function recordContracts(
  input: VerifierInput,
  contracts: Contracts,
  hosts: Hosts,
  verdict: Verdict,
): Uint32Array {
  const { pupils, offers, lists, priorities, lottery } = input;
  const obtained = new Uint32Array(3 * pupils.count).fill(NOTHING);
  const busyWeeks = new Uint8Array(pupils.count);
  for (let index = 0; index < contracts.pupil.length; index++) {
    const pupil = contracts.pupil[index]!;
    const offer = contracts.offer[index]!;
    const kind = contracts.kind[index]! as ContractKind;
    const weeks = kind === 0 ? 3 : kind;
    if ((busyWeeks[pupil]! & weeks) !== 0) report(verdict, "same_week_twice", pupil, offer, kind);
    busyWeeks[pupil]! |= weeks;
    const slot = kind * offers.count + offer;
    hosts.held[slot]!++;
    if (!mayHold(pupils, offers, pupil, offer)) report(verdict, "ineligible", pupil, offer, kind);
    const line = findLine(lists, pupil, offer, kind);
    if (line < 0) {
      report(verdict, "unlisted", pupil, offer, kind);
      continue;
    }
    if (lists.rank[line]! < obtained[3 * pupil + kind]!) obtained[3 * pupil + kind] = lists.rank[line]!;
    const place = priorities[line]! * pupils.count + lottery.rank[pupil]!;
    if (place > hosts.last[slot]!) hosts.last[slot] = place;
  }
  return obtained;
}

function findOverfullWeeks(offers: Offers, { held }: Hosts, verdict: Verdict): void {
  for (let offer = 0; offer < offers.count; offer++) {
    const both = held[offer]!;
    if (both + held[offers.count + offer]! > offers.seats1[offer]!)
      report(verdict, "week_overfull", NOTHING, offer, 1);
    if (both + held[2 * offers.count + offer]! > offers.seats2[offer]!)
      report(verdict, "week_overfull", NOTHING, offer, 2);
  }
}

/**
 * Per slot: the offer would take a pupil whose place is below this. Everybody when one more contract
 * fits without evicting one of the same kind, else those who come before the last holder.
 */
function acceptedBelow(input: VerifierInput, { held, last }: Hosts): Float64Array {
  const { pupils, offers, upToLottery = false } = input;
  const below = last.slice();
  for (let offer = 0; offer < offers.count; offer++) {
    const week1 = offers.count + offer;
    const week2 = week1 + offers.count;
    const room1 = offers.seats1[offer]! - held[offer]!;
    const room2 = offers.seats2[offer]! - held[offer]!;
    if (Math.min(room1, room2) > 0) below[offer] = Infinity;
    if (room1 > held[week1]!) below[week1] = Infinity;
    if (room2 > held[week2]!) below[week2] = Infinity;
  }
  if (upToLottery)
    for (let slot = 0; slot < below.length; slot++)
      if (below[slot]! >= 0) below[slot] = Math.floor(below[slot]! / pupils.count) * pupils.count;
  return below;
}

function findBlocking(
  input: VerifierInput,
  obtained: Uint32Array,
  below: Float64Array,
  verdict: Verdict,
): void {
  const { pupils, offers, lists, priorities, lottery } = input;
  const { start, rank, offer: host } = lists;
  const count = pupils.count;
  for (let pupil = 0; pupil < count; pupil++) {
    const place = lottery.rank[pupil]!;
    const kinds = obtained[3 * pupil] === NOTHING ? 3 : 1;
    for (let kind = 0; kind < kinds; kind++) {
      const current = obtained[3 * pupil + kind]!;
      const end = start[3 * pupil + kind + 1]!;
      for (let line = start[3 * pupil + kind]!; line < end; line++) {
        if (rank[line]! >= current) continue;
        const offer = host[line]!;
        if (priorities[line]! * count + place >= below[kind * offers.count + offer]!) continue;
        if (mayHold(pupils, offers, pupil, offer))
          report(verdict, "blocking", pupil, offer, kind as ContractKind);
      }
    }
  }
}

function mayHold(pupils: Pupils, offers: Offers, pupil: number, offer: number): boolean {
  const tag = offers.reserved[offer]!;
  if (tag < 0) return true;
  return pupils.tags.subarray(pupils.tagStart[pupil], pupils.tagStart[pupil + 1]).includes(tag);
}

function findLine(lists: Lists, pupil: number, offer: number, kind: ContractKind): number {
  const end = lists.start[3 * pupil + kind + 1]!;
  for (let line = lists.start[3 * pupil + kind]!; line < end; line++)
    if (lists.offer[line] === offer) return line;
  return -1;
}

function report(verdict: Verdict, fault: Fault, pupil: number, offer: number, kind: ContractKind): void {
  verdict.counts[fault]++;
  if (verdict.findings.length < SHOWN_FINDINGS) verdict.findings.push({ fault, pupil, offer, kind });
}

/**
 * Priorities judged from the raw columns: haversine distances, the class, the host's own order.
 * One whole number per line, equal at an offer only for pupils that the lottery alone separates.
 */
export function judgedPriorities(
  pupils: Pupils,
  offers: Offers,
  lists: Lists,
  rules: Rules,
  rankings?: Rankings,
): Uint32Array {
  const priorities = new Uint32Array(lists.offer.length);
  const places = new Map<number, number>();
  let longest = 0;
  for (let offer = 0; rankings !== undefined && offer < offers.count; offer++) {
    const ranked = rankings.pupil.subarray(rankings.start[offer], rankings.start[offer + 1]);
    ranked.forEach((pupil, place) => places.set(offer * pupils.count + pupil, place));
    longest = Math.max(longest, ranked.length);
  }
  for (let pupil = 0; pupil < pupils.count; pupil++) {
    const home = { latitude: pupils.latitude[pupil]!, longitude: pupils.longitude[pupil]! };
    const tags = pupils.tags.subarray(pupils.tagStart[pupil], pupils.tagStart[pupil + 1]);
    const second = tags.some((tag) => rules.priorityTags.has(tag)) ? 0 : longest + 10;
    for (let line = lists.start[3 * pupil]!; line < lists.start[3 * pupil + 3]!; line++) {
      const offer = lists.offer[line]!;
      const place = places.size === 0 ? undefined : places.get(offer * pupils.count + pupil);
      if (place !== undefined) {
        priorities[line] = second + place;
        continue;
      }
      const host = { latitude: offers.latitude[offer]!, longitude: offers.longitude[offer]! };
      priorities[line] = second + longest + bandOf(greatCircleKm(home, host));
    }
  }
  return priorities;
}

/** A micrometre of tolerance: two exact formulas of the same distance differ in their last bits. */
function bandOf(km: number): number {
  const limits = [5, 10, 20, 30, 60];
  const band = limits.findIndex((limit) => km <= limit + 1e-9);
  return band < 0 ? limits.length : band;
}

/** Is this the order of SHA-256("SEED:ID"), each pupil once? Hashes again, compares neighbours. */
export function isCommittedLottery(seed: string, ids: readonly string[], lottery: Lottery): boolean {
  let previous = "";
  for (let place = 0; place < ids.length; place++) {
    const pupil = lottery.order[place]!;
    if (lottery.rank[pupil] !== place) return false;
    const digest = hash("sha256", `${seed}:${ids[pupil]!}`);
    if (digest <= previous) return false;
    previous = digest;
  }
  return lottery.order.length === ids.length;
}
