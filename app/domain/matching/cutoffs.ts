import { NO_LINE, type ContractKind, type Lists, type Lottery, type Matching } from "./market.ts";
import { separation, type Priorities, type Separation } from "./priorities.ts";

/** Why a pupil has this place: what separated the pupil from the first one refused there. */
export type Reason = "uncontested" | Separation;

const NOBODY = -1;

/** The cut-off of each offer for one contract kind: what an explanation needs, without naming anybody. */
export interface Cutoffs {
  /** Pupils who asked: the holders and the refused. */
  applicants: Uint32Array;
  holders: Uint32Array;
  /** Line of the last holder by priority, or NOBODY. */
  lastAdmitted: Int32Array;
  /** Line of the first refused by priority, or NOBODY when nobody was refused. */
  firstRefused: Int32Array;
}

/**
 * A pupil is refused by an offer when it was listed above what the pupil obtained (or the pupil obtained
 * nothing); pupils with a two-week contract do not ask for weeks. O(E), from the outcome alone.
 */
export function computeCutoffs(
  lists: Lists,
  priorities: Priorities,
  lottery: Lottery,
  matching: Matching,
  kind: ContractKind,
): Cutoffs {
  const offerCount = lists.offer.reduce((most, offer) => Math.max(most, offer + 1), 0);
  const cutoffs: Cutoffs = {
    applicants: new Uint32Array(offerCount),
    holders: new Uint32Array(offerCount),
    lastAdmitted: new Int32Array(offerCount).fill(NOBODY),
    firstRefused: new Int32Array(offerCount).fill(NOBODY),
  };
  const { tiers } = priorities;
  const refusedLottery = new Uint32Array(offerCount);
  const admittedLottery = new Uint32Array(offerCount);
  for (let pupil = 0; pupil < lottery.rank.length; pupil++) {
    if (kind !== 0 && matching.lines[0][pupil] !== NO_LINE) continue;
    const held = matching.lines[kind][pupil]!;
    const place = lottery.rank[pupil]!;
    const end = held === NO_LINE ? lists.start[3 * pupil + kind + 1]! : held;
    for (let line = lists.start[3 * pupil + kind]!; line < end; line++) {
      const offer = lists.offer[line]!;
      cutoffs.applicants[offer]!++;
      const first = cutoffs.firstRefused[offer]!;
      if (first === NOBODY || isBefore(tiers[line]!, place, tiers[first]!, refusedLottery[offer]!)) {
        cutoffs.firstRefused[offer] = line;
        refusedLottery[offer] = place;
      }
    }
    if (held === NO_LINE) continue;
    const offer = lists.offer[held]!;
    cutoffs.applicants[offer]!++;
    cutoffs.holders[offer]!++;
    const last = cutoffs.lastAdmitted[offer]!;
    if (last === NOBODY || isBefore(tiers[last]!, admittedLottery[offer]!, tiers[held]!, place)) {
      cutoffs.lastAdmitted[offer] = held;
      admittedLottery[offer] = place;
    }
  }
  return cutoffs;
}

/** The reason of the holder of a line. */
export function reasonFor(cutoffs: Cutoffs, priorities: Priorities, lists: Lists, line: number): Reason {
  const refused = cutoffs.firstRefused[lists.offer[line]!]!;
  if (refused === NOBODY) return "uncontested";
  return separation(priorities, priorities.tiers[line]!, priorities.tiers[refused]!);
}

function isBefore(tier: number, place: number, otherTier: number, otherPlace: number): boolean {
  return tier < otherTier || (tier === otherTier && place < otherPlace);
}
