import { greatCircleKm } from "#app/kernel/geo.ts";
import type { Line, SmallMarket } from "./small-market.ts";

/** What a pupil holds: an offer per kind (B, 1, 2), or −1. */
export type Holding = readonly [number, number, number];
const NOTHING: Holding = [-1, -1, -1];

/** Priority of a pupil at an offer as a list of numbers compared one after the other, lottery last. */
export function placeAt(market: SmallMarket, pupil: number, offer: number): number[] {
  const { pupils, offers, rankings, lottery } = market;
  const tags = [...pupils.tags.slice(pupils.tagStart[pupil], pupils.tagStart[pupil + 1])];
  const order = [...rankings.pupil.slice(rankings.start[offer], rankings.start[offer + 1])];
  const km = greatCircleKm(
    { latitude: pupils.latitude[pupil]!, longitude: pupils.longitude[pupil]! },
    { latitude: offers.latitude[offer]!, longitude: offers.longitude[offer]! },
  );
  const band = [5, 10, 20, 30, 60].filter((limit) => km > limit).length;
  const ranked = order.indexOf(pupil);
  return [
    tags.some((tag) => market.rules.priorityTags.has(tag)) ? 0 : 1,
    ...(ranked >= 0 ? [0, ranked] : [1, band]),
    lottery.rank[pupil]!,
  ];
}

export function comesBefore(market: SmallMarket, offer: number, pupil: number, other: number): boolean {
  const mine = placeAt(market, pupil, offer);
  const theirs = placeAt(market, other, offer);
  const index = mine.findIndex((value, at) => value !== theirs[at]);
  return index >= 0 && mine[index]! < theirs[index]!;
}

export function eligibleLines(market: SmallMarket): Line[] {
  const { pupils, offers } = market;
  return market.lines.filter((line) => {
    const tags = [...pupils.tags.slice(pupils.tagStart[line.pupil], pupils.tagStart[line.pupil + 1])];
    return offers.reserved[line.offer] === -1 || tags.includes(offers.reserved[line.offer]!);
  });
}

export function rankOf(lines: readonly Line[], pupil: number, holding: Holding, kind: number): number {
  const line = lines.find(
    (entry) => entry.pupil === pupil && entry.kind === kind && entry.offer === holding[kind],
  );
  return line?.rank ?? Infinity;
}

function holders(holdings: readonly Holding[], offer: number, kind: number): number[] {
  return holdings.flatMap((holding, pupil) => (holding[kind] === offer ? [pupil] : []));
}

/** The definition of the issue, read word by word: no blocking contract. */
export function isStable(market: SmallMarket, lines: readonly Line[], holdings: readonly Holding[]): boolean {
  return !lines.some(({ pupil, rank, offer, kind }) => {
    const mine = holdings[pupil]!;
    if (kind !== 0 && mine[0] !== -1) return false;
    if (rank >= rankOf(lines, pupil, mine, kind)) return false;
    const seats = [market.offers.seats1[offer]!, market.offers.seats2[offer]!];
    const both = holders(holdings, offer, 0).length;
    const there = holders(holdings, offer, kind);
    const room = kind === 0 ? Math.min(...seats) - both : seats[kind - 1]! - both - there.length;
    return room > 0 || there.some((other) => comesBefore(market, offer, pupil, other));
  });
}

/** Every feasible assignment of the eligible lines (at most five pupils). */
export function* feasibleAssignments(market: SmallMarket, lines: readonly Line[]): Generator<Holding[]> {
  const options = Array.from({ length: market.pupils.count }, (_, pupil) => {
    const of = (kind: number) =>
      lines.filter((line) => line.pupil === pupil && line.kind === kind).map((line) => line.offer);
    const weeks = [-1, ...of(1)].flatMap((first) =>
      [-1, ...of(2)].map((second): Holding => [-1, first, second]),
    );
    return [...of(0).map((offer): Holding => [offer, -1, -1]), ...weeks];
  });
  const left = Array.from(market.offers.seats1, (seats, offer) => [seats, market.offers.seats2[offer]!]);
  const chosen: Holding[] = options.map(() => NOTHING);
  function* choose(pupil: number): Generator<Holding[]> {
    if (pupil === options.length) {
      yield [...chosen];
      return;
    }
    for (const holding of options[pupil]!) {
      const uses = [
        [holding[0], 0],
        [holding[0], 1],
        [holding[1], 0],
        [holding[2], 1],
      ].filter(([offer]) => offer !== -1) as [number, number][];
      for (const [offer, week] of uses) left[offer]![week]!--;
      if (uses.every(([offer, week]) => left[offer]![week]! >= 0)) {
        chosen[pupil] = holding;
        yield* choose(pupil + 1);
      }
      for (const [offer, week] of uses) left[offer]![week]!++;
    }
  }
  yield* choose(0);
}
