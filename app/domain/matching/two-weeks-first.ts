import { deferredAcceptance } from "./deferred-acceptance.ts";
import {
  BOTH_WEEKS,
  NO_LINE,
  WEEK_1,
  WEEK_2,
  seatsFor,
  type Lists,
  type Lottery,
  type Matching,
  type Offers,
} from "./market.ts";

export interface MatchInput {
  offers: Offers;
  /** Eligible lines only. */
  lists: Lists;
  tiers: Uint32Array;
  lottery: Lottery;
  promotion?: boolean;
}

/**
 * Two-week contracts first, then each week on what is left.
 *
 * Definitions. A pupil prefers any listed two-week contract to any one-week solution, and orders weeks 1 and 2
 * separately below; a host fills two-week contracts by priority up to min(seats of week 1, seats of week 2),
 * then each week by priority with the seats that remain in it.
 *
 * Theorem. The outcome of deferred acceptance on the two-week lines, then independently on week 1 and on week 2
 * among the pupils without a two-week contract over the residual seats, is stable; it is the best stable one for
 * every pupil, and each pupil obtains the same weeks in every stable outcome. (The first layer does not see the
 * others, because neither side ever gives up a two-week contract for a week; by the rural hospitals theorem, Roth
 * 1984, the pupils without one and the residual seats are the same in every stable outcome of the first layer, so
 * the week markets are the same too.) Nothing of the kind holds when a host mixes both kinds in one order.
 *
 * Three passes of deferred acceptance: O(E log capacity).
 */
export function matchTwoWeeksFirst(input: MatchInput): Matching {
  const { offers, lists, tiers, lottery, promotion } = input;
  const both = deferredAcceptance({
    lists,
    kind: BOTH_WEEKS,
    capacity: seatsFor(offers, BOTH_WEEKS),
    tiers,
    lottery,
    promotion,
  });
  const absent = new Uint8Array(both.length);
  const residual1 = offers.seats1.slice();
  const residual2 = offers.seats2.slice();
  both.forEach((line, pupil) => {
    if (line === NO_LINE) return;
    absent[pupil] = 1;
    residual1[lists.offer[line]!]!--;
    residual2[lists.offer[line]!]!--;
  });
  const week1 = deferredAcceptance({
    lists,
    kind: WEEK_1,
    capacity: residual1,
    tiers,
    lottery,
    absent,
    promotion,
  });
  const week2 = deferredAcceptance({
    lists,
    kind: WEEK_2,
    capacity: residual2,
    tiers,
    lottery,
    absent,
    promotion,
  });
  return { lines: [both, week1, week2] };
}
