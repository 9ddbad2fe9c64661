import type { Lists, Lottery, Matching, Offers, Pupils, Rankings } from "#app/domain/matching/market.ts";
import { lotteryFromOrder } from "#app/domain/matching/lottery.ts";
import { computePriorities, type Priorities } from "#app/domain/matching/priorities.ts";
import { dropIneligible, NO_LINE } from "#app/domain/matching/market.ts";
import { matchTwoWeeksFirst } from "#app/domain/matching/two-weeks-first.ts";
import { judgedPriorities, verifyAssignment, type Contracts } from "#app/domain/matching/verifier.ts";

/** Small by default, full size under TEST_LONG=1. */
export const sized = (small: number, full: number): number => (process.env.TEST_LONG === "1" ? full : small);

export function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Line {
  pupil: number;
  rank: number;
  offer: number;
  kind: 0 | 1 | 2;
}

export interface SmallMarket {
  pupils: Pupils;
  offers: Offers;
  lines: Line[];
  lists: Lists;
  rankings: Rankings;
  rules: { priorityTags: Set<number> };
  lottery: Lottery;
}

export interface Shape {
  pupils: number;
  offers: number;
  /** Lines per pupil, at most. */
  lines: number;
  seats: number;
  bothWeeksOnly?: boolean;
  weeksOnly?: boolean;
  /** No rankings and nobody in a priority class: ties are many. */
  plain?: boolean;
  /** Every host ranks every pupil in an order of its own: tastes cross, stable outcomes are several. */
  allRanked?: boolean;
}

export function listsOf(pupilCount: number, lines: readonly Line[]): Lists {
  const sorted = [...lines].sort((a, b) => a.pupil - b.pupil || a.kind - b.kind || a.rank - b.rank);
  const start = new Uint32Array(3 * pupilCount + 1);
  for (const line of sorted) start[3 * line.pupil + line.kind + 1]!++;
  for (let segment = 1; segment < start.length; segment++) start[segment]! += start[segment - 1]!;
  return {
    start,
    offer: Uint32Array.from(sorted, (line) => line.offer),
    rank: Uint32Array.from(sorted, (line) => line.rank),
  };
}

/** Tags: 0 is the priority tag, 1 and 2 are schools to which offers may be reserved. */
export function randomMarket(seed: number, shape: Shape): SmallMarket {
  const random = randomStream(seed);
  const upTo = (limit: number) => Math.floor(random() * (limit + 1));
  const points = (count: number) => ({
    count,
    latitude: Float64Array.from({ length: count }, () => 48 + random() * 0.4),
    longitude: Float64Array.from({ length: count }, () => -1.7 + random() * 0.6),
  });
  const tagLists = Array.from({ length: shape.pupils }, () =>
    [0, 1, 2].filter((tag) => random() < (tag === 0 ? (shape.plain ? 0 : 0.3) : 0.7)),
  );
  const tagStart = new Uint32Array(shape.pupils + 1);
  tagLists.forEach((tags, pupil) => (tagStart[pupil + 1] = tagStart[pupil]! + tags.length));
  const pupils: Pupils = {
    ...points(shape.pupils),
    maxKm: new Float64Array(shape.pupils).fill(30),
    tagStart,
    tags: Uint32Array.from(tagLists.flat()),
  };
  const seats1 = Uint32Array.from({ length: shape.offers }, () => upTo(shape.seats));
  const offers: Offers = {
    ...points(shape.offers),
    sector: Uint32Array.from({ length: shape.offers }, () => upTo(3)),
    seats1,
    seats2: shape.bothWeeksOnly
      ? seats1.slice()
      : seats1.map((seats) => (random() < 0.5 ? seats : upTo(shape.seats))),
    reserved: Int32Array.from({ length: shape.offers }, () => (random() < 0.2 ? 1 + upTo(1) : -1)),
  };
  const lines = Array.from({ length: shape.pupils }, (_, pupil) => randomLines(pupil, shape, random)).flat();
  const shuffle = (count: number) => {
    const key = Array.from({ length: count }, () => random());
    return Array.from(key.keys()).sort((a, b) => key[a]! - key[b]!);
  };
  const ranked = Array.from({ length: shape.offers }, () =>
    shape.allRanked
      ? shuffle(shape.pupils)
      : shape.plain || random() < 0.6
        ? []
        : shuffle(shape.pupils).slice(0, upTo(shape.pupils)),
  );
  const start = new Uint32Array(shape.offers + 1);
  ranked.forEach((order, offer) => (start[offer + 1] = start[offer]! + order.length));
  return {
    pupils,
    offers,
    lines,
    lists: listsOf(shape.pupils, lines),
    rankings: { start, pupil: Uint32Array.from(ranked.flat()) },
    rules: { priorityTags: new Set([0]) },
    lottery: lotteryFromOrder(Uint32Array.from(shuffle(shape.pupils))),
  };
}

function randomLines(pupil: number, shape: Shape, random: () => number): Line[] {
  const kinds = shape.bothWeeksOnly ? [0] : shape.weeksOnly ? [1, 2] : [0, 1, 2];
  const wanted = Math.floor(random() * (shape.lines + 1));
  const lines: Line[] = [];
  for (let tries = 0; tries < 3 * wanted && lines.length < wanted; tries++) {
    const offer = Math.floor(random() * shape.offers);
    const kind = kinds[Math.floor(random() * kinds.length)] as 0 | 1 | 2;
    if (lines.some((line) => line.offer === offer && line.kind === kind)) continue;
    const last = lines[lines.length - 1]?.rank ?? 0;
    lines.push({ pupil, rank: last + 1 + Math.floor(random() * 2), offer, kind });
  }
  return lines;
}

export interface Outcome {
  lists: Lists;
  priorities: Priorities;
  matching: Matching;
}

/** The engine as the command runs it. */
export function runEngine(market: SmallMarket, promotion = false): Outcome {
  const { lists } = dropIneligible(market.pupils, market.offers, market.lists);
  const priorities = computePriorities({ ...market, lists });
  const matching = matchTwoWeeksFirst({
    offers: market.offers,
    lists,
    tiers: priorities.tiers,
    lottery: market.lottery,
    promotion,
  });
  return { lists, priorities, matching };
}

/** What each pupil obtained: the offer per kind, or −1. */
export function offersObtained(outcome: Pick<Outcome, "lists" | "matching">): number[][] {
  const [both] = outcome.matching.lines;
  return Array.from(both, (_, pupil) =>
    outcome.matching.lines.map((lines) => {
      const line = lines[pupil]!;
      return line === NO_LINE ? -1 : outcome.lists.offer[line]!;
    }),
  );
}

export function contractsOf(obtained: readonly (readonly number[])[]): Contracts {
  const rows = obtained.flatMap((offers, pupil) =>
    offers.flatMap((offer, kind) => (offer < 0 ? [] : [{ pupil, offer, kind }])),
  );
  return {
    pupil: Uint32Array.from(rows, (row) => row.pupil),
    offer: Uint32Array.from(rows, (row) => row.offer),
    kind: Uint8Array.from(rows, (row) => row.kind),
  };
}

/** The independent verifier on an assignment of this market. */
export function verify(market: SmallMarket, obtained: readonly (readonly number[])[], upToLottery = false) {
  const { pupils, offers, lists, rules, rankings, lottery } = market;
  const priorities = judgedPriorities(pupils, offers, lists, rules, rankings);
  return verifyAssignment({ pupils, offers, lists, priorities, lottery, upToLottery }, contractsOf(obtained));
}
