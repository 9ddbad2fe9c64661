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
  /** From `judgedPriorities`, or any order of the lines at their offer: lower comes first. */
  priorities: Float64Array;
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
  const hosts = emptyHosts(input.offers);
  const obtained = recordContracts(input, contracts, hosts, verdict);
  findOverfullWeeks(input.offers, hosts, verdict);
  findBlocking(input, obtained, hosts, verdict);
  verdict.stable = Object.values(verdict.counts).every((count) => count === 0);
  return verdict;
}

/** Per offer and kind (3 × offer + kind): contracts held, and the priority and lottery of the last holder. */
interface Hosts {
  held: Uint32Array;
  lastPriority: Float64Array;
  lastLottery: Float64Array;
}

function emptyHosts(offers: Offers): Hosts {
  return {
    held: new Uint32Array(3 * offers.count),
    lastPriority: new Float64Array(3 * offers.count).fill(-Infinity),
    lastLottery: new Float64Array(3 * offers.count).fill(-Infinity),
  };
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
    const slot = 3 * offer + kind;
    hosts.held[slot]!++;
    if (!mayHold(pupils, offers, pupil, offer)) report(verdict, "ineligible", pupil, offer, kind);
    const line = findLine(lists, pupil, offer, kind);
    if (line < 0) {
      report(verdict, "unlisted", pupil, offer, kind);
      continue;
    }
    obtained[3 * pupil + kind] = Math.min(obtained[3 * pupil + kind]!, lists.rank[line]!);
    const place = lottery.rank[pupil]!;
    const priority = priorities[line]!;
    const last = hosts.lastPriority[slot]!;
    if (priority > last || (priority === last && place > hosts.lastLottery[slot]!)) {
      hosts.lastPriority[slot] = priority;
      hosts.lastLottery[slot] = place;
    }
  }
  return obtained;
}

function findOverfullWeeks(offers: Offers, hosts: Hosts, verdict: Verdict): void {
  for (let offer = 0; offer < offers.count; offer++) {
    const both = hosts.held[3 * offer]!;
    if (both + hosts.held[3 * offer + 1]! > offers.seats1[offer]!)
      report(verdict, "week_overfull", NOTHING, offer, 1);
    if (both + hosts.held[3 * offer + 2]! > offers.seats2[offer]!)
      report(verdict, "week_overfull", NOTHING, offer, 2);
  }
}

function findBlocking(input: VerifierInput, obtained: Uint32Array, hosts: Hosts, verdict: Verdict): void {
  const { pupils, offers, lists, priorities, lottery, upToLottery = false } = input;
  const free = freeSeats(offers, hosts);
  for (let pupil = 0; pupil < pupils.count; pupil++) {
    const place = lottery.rank[pupil]!;
    const kinds = obtained[3 * pupil] === NOTHING ? 3 : 1;
    for (let kind = 0; kind < kinds; kind++) {
      const current = obtained[3 * pupil + kind]!;
      const end = lists.start[3 * pupil + kind + 1]!;
      for (let line = lists.start[3 * pupil + kind]!; line < end; line++) {
        if (lists.rank[line]! >= current) continue;
        const offer = lists.offer[line]!;
        const slot = 3 * offer + kind;
        const priority = priorities[line]!;
        const last = hosts.lastPriority[slot]!;
        const goesFirst =
          priority < last || (!upToLottery && priority === last && place < hosts.lastLottery[slot]!);
        if (free[slot] === 0 && !goesFirst) continue;
        if (mayHold(pupils, offers, pupil, offer))
          report(verdict, "blocking", pupil, offer, kind as ContractKind);
      }
    }
  }
}

/** 1 where one more contract of the kind fits without evicting one of the same kind. */
function freeSeats(offers: Offers, hosts: Hosts): Uint8Array {
  const free = new Uint8Array(3 * offers.count);
  for (let offer = 0; offer < offers.count; offer++) {
    const both = hosts.held[3 * offer]!;
    const seats1 = offers.seats1[offer]!;
    const seats2 = offers.seats2[offer]!;
    free[3 * offer] = both < Math.min(seats1, seats2) ? 1 : 0;
    free[3 * offer + 1] = both + hosts.held[3 * offer + 1]! < seats1 ? 1 : 0;
    free[3 * offer + 2] = both + hosts.held[3 * offer + 2]! < seats2 ? 1 : 0;
  }
  return free;
}

function mayHold(pupils: Pupils, offers: Offers, pupil: number, offer: number): boolean {
  const tag = offers.reserved[offer]!;
  if (tag < 0) return true;
  return pupils.tags.subarray(pupils.tagStart[pupil]!, pupils.tagStart[pupil + 1]!).includes(tag);
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
 * One double per line, equal only for pupils that the lottery alone separates.
 */
export function judgedPriorities(
  pupils: Pupils,
  offers: Offers,
  lists: Lists,
  rules: Rules,
  rankings?: Rankings,
): Float64Array {
  const priorities = new Float64Array(lists.offer.length);
  const places = new Map<number, number>();
  if (rankings !== undefined)
    for (let offer = 0; offer < offers.count; offer++)
      for (let index = rankings.start[offer]!; index < rankings.start[offer + 1]!; index++)
        places.set(offer * pupils.count + rankings.pupil[index]!, index - rankings.start[offer]!);
  for (let pupil = 0; pupil < pupils.count; pupil++) {
    const home = { latitude: pupils.latitude[pupil]!, longitude: pupils.longitude[pupil]! };
    const tags = pupils.tags.subarray(pupils.tagStart[pupil]!, pupils.tagStart[pupil + 1]!);
    const second = tags.some((tag) => rules.priorityTags.has(tag)) ? 0 : 1e12;
    for (let line = lists.start[3 * pupil]!; line < lists.start[3 * pupil + 3]!; line++) {
      const offer = lists.offer[line]!;
      const place = places.get(offer * pupils.count + pupil);
      if (place !== undefined) {
        priorities[line] = second + place;
        continue;
      }
      const host = { latitude: offers.latitude[offer]!, longitude: offers.longitude[offer]! };
      priorities[line] = second + 1e11 + bandOf(greatCircleKm(home, host));
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
