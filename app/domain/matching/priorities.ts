import { KM_TOLERANCE, squaredChord, squaredChordOf, unitVectors } from "./geography.ts";
import type { Lists, Offers, Pupils, Rankings, Rules } from "./market.ts";

/** Upper limits of the distance bands, in kilometres; the last band has none. */
export const BAND_LIMITS_KM: readonly number[] = [5, 10, 20, 30, 60];

/** What may separate two pupils at an offer, from the strongest to the weakest. */
export type Separation = "class" | "ranking" | "band" | "lottery";

/**
 * Priority of each line at its offer as one whole number, lower goes first:
 * (1) class: holders of a priority tag, then the others; (2) pupils that the host ranked, in its order;
 * (3) the others by distance band; the lottery settles what is still equal.
 * tier = class × width + (place in the host's order, or `ranked` + band).
 */
export interface Priorities {
  tiers: Uint32Array;
  /** Numbers kept in each class for the pupils that hosts ranked. */
  ranked: number;
  /** Numbers in each class. */
  width: number;
}

interface PriorityInput {
  pupils: Pupils;
  offers: Offers;
  lists: Lists;
  rankings?: Rankings;
  rules: Rules;
}

/** O(E) time for bands and classes, plus the entries of the hosts' orders. */
export function computePriorities(input: PriorityInput): Priorities {
  const { pupils, offers, lists, rankings, rules } = input;
  const ranked = longestRanking(rankings);
  const width = ranked + BAND_LIMITS_KM.length + 1;
  const limits = BAND_LIMITS_KM.map((km) => squaredChordOf(km + KM_TOLERANCE));
  const homes = unitVectors(pupils);
  const hosts = unitVectors(offers);
  const tiers = new Uint32Array(lists.offer.length);
  const orders = rankings === undefined ? undefined : rankingsByPupil(rankings, pupils.count);
  for (let pupil = 0; pupil < pupils.count; pupil++) {
    const base = isPriority(pupils, rules, pupil) ? 0 : width;
    const end = lists.start[3 * pupil + 3]!;
    for (let line = lists.start[3 * pupil]!; line < end; line++) {
      const offer = lists.offer[line]!;
      const place = orders === undefined ? -1 : placeAt(orders, pupil, offer);
      if (place >= 0) {
        tiers[line] = base + place;
        continue;
      }
      const squared = squaredChord(homes, pupil, hosts, offer);
      let band = 0;
      while (band < limits.length && squared > limits[band]!) band++;
      tiers[line] = base + ranked + band;
    }
  }
  return { tiers, ranked, width };
}

/** What makes two tiers different: the strongest rule that tells them apart. */
export function separation(priorities: Priorities, tier: number, other: number): Separation {
  const { ranked, width } = priorities;
  if (tier === other) return "lottery";
  if (Math.floor(tier / width) !== Math.floor(other / width)) return "class";
  return Math.min(tier % width, other % width) < ranked ? "ranking" : "band";
}

function isPriority(pupils: Pupils, rules: Rules, pupil: number): boolean {
  for (let index = pupils.tagStart[pupil]!; index < pupils.tagStart[pupil + 1]!; index++)
    if (rules.priorityTags.has(pupils.tags[index]!)) return true;
  return false;
}

function longestRanking(rankings: Rankings | undefined): number {
  let longest = 0;
  if (rankings === undefined) return longest;
  for (let offer = 0; offer + 1 < rankings.start.length; offer++)
    longest = Math.max(longest, rankings.start[offer + 1]! - rankings.start[offer]!);
  return longest;
}

/** The same orders seen from the pupils: at which offers, at which place. */
interface PlacesOfPupils {
  start: Uint32Array;
  offer: Uint32Array;
  place: Uint32Array;
}

function rankingsByPupil(rankings: Rankings, pupilCount: number): PlacesOfPupils {
  const start = new Uint32Array(pupilCount + 1);
  for (const pupil of rankings.pupil) start[pupil + 1]!++;
  for (let pupil = 0; pupil < pupilCount; pupil++) start[pupil + 1]! += start[pupil]!;
  const cursor = start.slice();
  const offer = new Uint32Array(rankings.pupil.length);
  const place = new Uint32Array(rankings.pupil.length);
  for (let host = 0; host + 1 < rankings.start.length; host++) {
    const first = rankings.start[host]!;
    for (let index = first; index < rankings.start[host + 1]!; index++) {
      const slot = cursor[rankings.pupil[index]!]!++;
      offer[slot] = host;
      place[slot] = index - first;
    }
  }
  return { start, offer, place };
}

/** Entries of a pupil are sorted by offer, because offers were visited in order. */
function placeAt(orders: PlacesOfPupils, pupil: number, offer: number): number {
  let low = orders.start[pupil]!;
  let high = orders.start[pupil + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orders.offer[middle]! < offer) low = middle + 1;
    else high = middle;
  }
  return low < orders.start[pupil + 1]! && orders.offer[low] === offer ? orders.place[low]! : -1;
}
