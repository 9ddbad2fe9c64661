/**
 * The market as columns: pupils and offers are numbered from 0, every attribute is a typed array.
 * Nothing here (nor anywhere in this folder) knows a name, a sex or a school's reputation.
 */

/** A contract binds one pupil to one offer for both weeks, for week 1 or for week 2. */
export const BOTH_WEEKS = 0;
export const WEEK_1 = 1;
export const WEEK_2 = 2;
export type ContractKind = typeof BOTH_WEEKS | typeof WEEK_1 | typeof WEEK_2;
export const CONTRACT_KINDS: readonly ContractKind[] = [BOTH_WEEKS, WEEK_1, WEEK_2];
/** How contracts are written in files, by kind. */
export const CONTRACT_CODES = ["B", "1", "2"] as const;

export interface Places {
  count: number;
  latitude: Float64Array;
  longitude: Float64Array;
}

export interface Pupils extends Places {
  /** Travel limit: generated candidates never go beyond, own preferences may. */
  maxKm: Float64Array;
  /** Tags of pupil p: tags[tagStart[p] … tagStart[p + 1]). */
  tagStart: Uint32Array;
  tags: Uint32Array;
}

export interface Offers extends Places {
  sector: Uint32Array;
  /** Seats of each week; a two-week contract takes one in both. */
  seats1: Uint32Array;
  seats2: Uint32Array;
  /** The tag a pupil must hold, or OPEN_TO_ALL. */
  reserved: Int32Array;
}
export const OPEN_TO_ALL = -1;

/**
 * Preference lists. The lines of pupil p for contract kind c are
 * [start[3p + c] … start[3p + c + 1]), by ascending rank: two-week lines first, then week 1, then week 2.
 */
export interface Lists {
  start: Uint32Array;
  offer: Uint32Array;
  rank: Uint32Array;
}

/** The hosts' own orders: the pupils ranked by offer o are pupil[start[o] … start[o + 1]), best first. */
export interface Rankings {
  start: Uint32Array;
  pupil: Uint32Array;
}

/** The published rules: which tags go first at every offer. */
export interface Rules {
  priorityTags: ReadonlySet<number>;
}

/** A strict order of all pupils: rank[p] is the place of pupil p, order[rank[p]] is p. */
export interface Lottery {
  rank: Uint32Array;
  order: Uint32Array;
}

/** Result of a run: for each contract kind, the line (index in Lists) that each pupil obtained, or NO_LINE. */
export interface Matching {
  lines: readonly [Int32Array, Int32Array, Int32Array];
}
export const NO_LINE = -1;

export function holdsTag(pupils: Pupils, pupil: number, tag: number): boolean {
  const end = pupils.tagStart[pupil + 1]!;
  for (let index = pupils.tagStart[pupil]!; index < end; index++) if (pupils.tags[index] === tag) return true;
  return false;
}

export function isEligible(pupils: Pupils, offers: Offers, pupil: number, offer: number): boolean {
  const tag = offers.reserved[offer]!;
  return tag === OPEN_TO_ALL || holdsTag(pupils, pupil, tag);
}

/** How many contracts of this kind an offer could hold if it held nothing else. */
export function seatsFor(offers: Offers, kind: ContractKind): Uint32Array {
  if (kind === WEEK_1) return offers.seats1;
  if (kind === WEEK_2) return offers.seats2;
  return offers.seats1.map((seats, offer) => Math.min(seats, offers.seats2[offer]!));
}

/** A copy of the lists without the lines of reserved offers whose tag the pupil does not hold. */
export function dropIneligible(
  pupils: Pupils,
  offers: Offers,
  lists: Lists,
): { lists: Lists; ineligible: number } {
  const start = new Uint32Array(lists.start.length);
  const offer = new Uint32Array(lists.offer.length);
  const rank = new Uint32Array(lists.offer.length);
  let kept = 0;
  for (let segment = 0; segment + 1 < start.length; segment++) {
    const pupil = Math.floor(segment / 3);
    for (let line = lists.start[segment]!; line < lists.start[segment + 1]!; line++) {
      if (!isEligible(pupils, offers, pupil, lists.offer[line]!)) continue;
      offer[kept] = lists.offer[line]!;
      rank[kept++] = lists.rank[line]!;
    }
    start[segment + 1] = kept;
  }
  const ineligible = offer.length - kept;
  return ineligible === 0
    ? { lists, ineligible }
    : { lists: { start, offer: offer.subarray(0, kept), rank: rank.subarray(0, kept) }, ineligible };
}
