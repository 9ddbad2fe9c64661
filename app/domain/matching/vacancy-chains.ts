import {
  BOTH_WEEKS,
  NO_LINE,
  WEEK_1,
  WEEK_2,
  type ContractKind,
  type Lists,
  type Lottery,
  type Matching,
  type Offers,
} from "./market.ts";

export interface Move {
  pupil: number;
  kind: ContractKind;
  /** Line given up, or NO_LINE. */
  from: number;
  /** Line obtained, or NO_LINE. */
  to: number;
}

/**
 * Refills freed seats without touching anybody who does not gain (Blum, Roth and Rothblum 1997, "Vacancy chains
 * and equilibration in senior-level labor markets").
 *
 * A free seat goes to the first pupil by priority who would rather have it; the seat left behind goes on the same
 * way until nobody wants the last one. Each step satisfies the best blocking contract of that seat, so the outcome
 * is stable again; every pupil moved gains, but it is not always the best stable outcome for all.
 * A step scans the applicants of one offer: microseconds. The index costs O(E), once.
 */
export class VacancyChains {
  private readonly offers: Offers;
  private readonly lists: Lists;
  private readonly applicants: ApplicantIndex;
  private readonly held: [Int32Array, Int32Array, Int32Array];
  private readonly count: Uint32Array;
  private readonly gone: Uint8Array;

  constructor(offers: Offers, lists: Lists, tiers: Uint32Array, lottery: Lottery, matching: Matching) {
    this.offers = { ...offers, seats1: offers.seats1.slice(), seats2: offers.seats2.slice() };
    this.lists = lists;
    this.applicants = indexApplicants(offers.count, lists, tiers, lottery);
    this.held = [matching.lines[0].slice(), matching.lines[1].slice(), matching.lines[2].slice()];
    this.count = new Uint32Array(3 * offers.count);
    this.gone = new Uint8Array(lottery.rank.length);
    this.held.forEach((lines, kind) =>
      lines.forEach((line) => {
        if (line !== NO_LINE) this.count[3 * lists.offer[line]! + kind]!++;
      }),
    );
  }

  /** The outcome as it stands now. */
  get matching(): Matching {
    return { lines: this.held };
  }

  /** The pupil leaves; the seats are offered to the next in line. Returns who moved, the leaver first. */
  cancel(pupil: number): Move[] {
    const moves: Move[] = [];
    this.gone[pupil] = 1;
    const opened = [BOTH_WEEKS, WEEK_1, WEEK_2].map((kind) =>
      this.release(pupil, kind as ContractKind, moves),
    );
    this.settle(opened, moves);
    return moves;
  }

  /** The host adds a seat in both weeks. */
  openSeat(offer: number): Move[] {
    const moves: Move[] = [];
    this.offers.seats1[offer]!++;
    this.offers.seats2[offer]!++;
    this.settle([offer], moves);
    return moves;
  }

  /** Two-week seats first; the weeks only once no two-week contract moves any more. */
  private settle(opened: readonly number[], moves: Move[]): void {
    const touched = opened.filter((offer) => offer !== NO_LINE);
    for (let index = 0; index < touched.length; index++)
      this.refill(touched[index]!, BOTH_WEEKS, touched, moves);
    for (const week of [WEEK_1, WEEK_2] as const) {
      const queue = [...touched];
      for (let index = 0; index < queue.length; index++) this.refill(queue[index]!, week, queue, moves);
    }
  }

  /** Gives every free seat of the offer to the first who wants it; offers left behind join the queue. */
  private refill(offer: number, kind: ContractKind, queue: number[], moves: Move[]): void {
    while (this.hasFreeSeat(offer, kind)) {
      const line = this.firstWanting(offer, kind);
      if (line === NO_LINE) return;
      const pupil = this.applicants.pupil[line]!;
      const from = this.held[kind][pupil]!;
      if (from !== NO_LINE) {
        const left = this.lists.offer[from]!;
        this.count[3 * left + kind]!--;
        queue.push(left);
      }
      this.held[kind][pupil] = line;
      this.count[3 * offer + kind]!++;
      moves.push({ pupil, kind, from, to: line });
      if (kind !== BOTH_WEEKS) continue;
      for (const week of [WEEK_1, WEEK_2] as const) {
        const left = this.release(pupil, week, moves);
        if (left !== NO_LINE) queue.push(left);
      }
    }
  }

  /** Returns the offer that the pupil held, or NO_LINE. */
  private release(pupil: number, kind: ContractKind, moves: Move[]): number {
    const from = this.held[kind][pupil]!;
    if (from === NO_LINE) return NO_LINE;
    const offer = this.lists.offer[from]!;
    this.held[kind][pupil] = NO_LINE;
    this.count[3 * offer + kind]!--;
    moves.push({ pupil, kind, from, to: NO_LINE });
    return offer;
  }

  private hasFreeSeat(offer: number, kind: ContractKind): boolean {
    const { seats1, seats2 } = this.offers;
    const both = this.count[3 * offer]!;
    if (kind === BOTH_WEEKS) return both < Math.min(seats1[offer]!, seats2[offer]!);
    return both + this.count[3 * offer + kind]! < (kind === WEEK_1 ? seats1 : seats2)[offer]!;
  }

  private firstWanting(offer: number, kind: ContractKind): number {
    const slot = 3 * offer + kind;
    for (let index = this.applicants.start[slot]!; index < this.applicants.start[slot + 1]!; index++) {
      const line = this.applicants.line[index]!;
      const pupil = this.applicants.pupil[line]!;
      if (this.gone[pupil] === 1) continue;
      if (kind !== BOTH_WEEKS && this.held[BOTH_WEEKS][pupil] !== NO_LINE) continue;
      const current = this.held[kind][pupil]!;
      if (current === NO_LINE || line < current) return line;
    }
    return NO_LINE;
  }
}

/** Lines by offer and kind (slot 3 × offer + kind), first by priority first; and the pupil of each line. */
interface ApplicantIndex {
  start: Uint32Array;
  line: Uint32Array;
  pupil: Uint32Array;
}

/** Three stable counting passes: lottery, then tier, then slot. */
function indexApplicants(
  offerCount: number,
  lists: Lists,
  tiers: Uint32Array,
  lottery: Lottery,
): ApplicantIndex {
  const total = lists.offer.length;
  const pupil = new Uint32Array(total);
  const slot = new Uint32Array(total);
  let line = new Uint32Array(total);
  let filled = 0;
  for (const owner of lottery.order) {
    for (let kind = 0; kind < 3; kind++) {
      for (let index = lists.start[3 * owner + kind]!; index < lists.start[3 * owner + kind + 1]!; index++) {
        pupil[index] = owner;
        slot[index] = 3 * lists.offer[index]! + kind;
        line[filled++] = index;
      }
    }
  }
  let start = new Uint32Array(0);
  const tierCount = tiers.reduce((most, tier) => Math.max(most, tier + 1), 0);
  for (const [key, size] of [
    [tiers, tierCount],
    [slot, 3 * offerCount],
  ] as const) {
    start = new Uint32Array(size + 1);
    for (const value of key) start[value + 1]!++;
    for (let index = 0; index < size; index++) start[index + 1]! += start[index]!;
    const cursor = start.slice();
    const sorted = new Uint32Array(total);
    for (const index of line) sorted[cursor[key[index]!]!++] = index;
    line = sorted;
  }
  return { start, line, pupil };
}
