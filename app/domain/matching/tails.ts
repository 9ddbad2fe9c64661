import {
  BOTH_WEEKS,
  WEEK_1,
  WEEK_2,
  isEligible,
  seatsFor,
  type ContractKind,
  type Lists,
  type Lottery,
  type Offers,
  type Pupils,
} from "./market.ts";
import { Recommender } from "./recommender.ts";

/** What a sector already present in the pupil's own list adds to a score that is 1 at home and 0 at the limit. */
const LISTED_SECTOR_BONUS = 0.3;
/** Every listing per seat costs this much: candidates spread over the seats instead of piling up on the best. */
const LOAD_PENALTY = 0.15;

export interface TailInput {
  pupils: Pupils;
  offers: Offers;
  /** The pupils' own lines, kept first and unchanged. */
  lists: Lists;
  lottery: Lottery;
  /** Candidates added per pupil, at most. */
  length: number;
}

/**
 * Completes each list with generated candidates: eligible offers with a seat, within the pupil's travel limit,
 * not yet listed, best load-balanced score first (closeness + sector − 0.15 × listings per seat). Pupils are
 * served in lottery order, so the result depends on the seed only.
 *
 * Own preferences always come first: two-week lines go before any week line, so a pupil who wrote week lines
 * gets week candidates (shared between the weeks written), the others get two-week candidates.
 */
export function completeLists(input: TailInput): Lists {
  const { pupils, lists, lottery } = input;
  const generators = [BOTH_WEEKS, WEEK_1, WEEK_2].map(
    (kind) => new CandidateSource(input, kind as ContractKind),
  );
  const tails = new Uint32Array(pupils.count * input.length);
  const added = new Uint32Array(3 * pupils.count);
  for (const pupil of lottery.order) {
    let filled = pupil * input.length;
    sharesOf(lists, pupil, input.length).forEach((share, kind) => {
      if (share === 0) return;
      const count = generators[kind]!.pick(pupil, share, tails, filled);
      added[3 * pupil + kind] = count;
      filled += count;
    });
  }
  return appendTails(lists, tails, added, input.length);
}

/** How many candidates of each kind a pupil gets. */
function sharesOf(lists: Lists, pupil: number, length: number): [number, number, number] {
  const from = lists.start[3 * pupil + 1]!;
  const middle = lists.start[3 * pupil + 2]!;
  const to = lists.start[3 * pupil + 3]!;
  if (from === to) return [length, 0, 0];
  if (from === middle) return [0, 0, length];
  if (middle === to) return [0, length, 0];
  return [0, Math.ceil(length / 2), Math.floor(length / 2)];
}

class CandidateSource {
  private readonly input: TailInput;
  private readonly kind: ContractKind;
  private readonly capacity: Uint32Array;
  private readonly affinity: Float64Array;
  private readonly own = new Set<number>();
  private built: Recommender | undefined;

  constructor(input: TailInput, kind: ContractKind) {
    this.input = input;
    this.kind = kind;
    this.capacity = seatsFor(input.offers, kind);
    const sectors = input.offers.sector.reduce((most, sector) => Math.max(most, sector + 1), 0);
    this.affinity = new Float64Array(sectors);
  }

  /** Writes up to `share` candidates from `at`; returns how many. */
  pick(pupil: number, share: number, tails: Uint32Array, at: number): number {
    const { pupils, offers, lists } = this.input;
    this.affinity.fill(0);
    for (let line = lists.start[3 * pupil]!; line < lists.start[3 * pupil + 3]!; line++)
      this.affinity[offers.sector[lists.offer[line]!]!] = LISTED_SECTOR_BONUS;
    this.own.clear();
    const end = lists.start[3 * pupil + this.kind + 1]!;
    for (let line = lists.start[3 * pupil + this.kind]!; line < end; line++) this.own.add(lists.offer[line]!);
    const source = this.source();
    const found = source.search({
      latitude: pupils.latitude[pupil]!,
      longitude: pupils.longitude[pupil]!,
      maxKm: pupils.maxKm[pupil]!,
      kmWeight: 1 / Math.max(1, pupils.maxKm[pupil]!),
      affinity: this.affinity,
      accept: (offer) => !this.own.has(offer) && isEligible(pupils, offers, pupil, offer),
    });
    const count = Math.min(found, share);
    for (let index = 0; index < count; index++) {
      const offer = source.found[index]!;
      tails[at + index] = offer;
      source.penalise(offer, LOAD_PENALTY / this.capacity[offer]!);
    }
    return count;
  }

  /** Built at first use: most markets hold no week lines. */
  private source(): Recommender {
    if (this.built !== undefined) return this.built;
    const { pupils, offers, lists, length } = this.input;
    const load = new Float64Array(offers.count);
    for (let pupil = 0; pupil < pupils.count; pupil++) {
      const end = lists.start[3 * pupil + this.kind + 1]!;
      for (let line = lists.start[3 * pupil + this.kind]!; line < end; line++) {
        const offer = lists.offer[line]!;
        if (isEligible(pupils, offers, pupil, offer))
          load[offer]! -= LOAD_PENALTY / Math.max(1, this.capacity[offer]!);
      }
    }
    this.built = new Recommender(offers, load, length, (offer) => this.capacity[offer]! > 0);
    return this.built;
  }
}

/** New lists: each pupil's lines of a kind, then the candidates of that kind; their ranks follow the last own rank. */
function appendTails(lists: Lists, tails: Uint32Array, added: Uint32Array, length: number): Lists {
  const total = lists.offer.length + added.reduce((sum, count) => sum + count, 0);
  const result: Lists = {
    start: new Uint32Array(lists.start.length),
    offer: new Uint32Array(total),
    rank: new Uint32Array(total),
  };
  let filled = 0;
  for (let pupil = 0; 3 * pupil + 1 < lists.start.length; pupil++) {
    let rank = 0;
    const end = lists.start[3 * pupil + 3]!;
    for (let line = lists.start[3 * pupil]!; line < end; line++) rank = Math.max(rank, lists.rank[line]!);
    let tail = pupil * length;
    for (let segment = 3 * pupil; segment < 3 * pupil + 3; segment++) {
      for (let line = lists.start[segment]!; line < lists.start[segment + 1]!; line++) {
        result.offer[filled] = lists.offer[line]!;
        result.rank[filled++] = lists.rank[line]!;
      }
      for (let count = added[segment]!; count > 0; count--) {
        result.offer[filled] = tails[tail++]!;
        result.rank[filled++] = ++rank;
      }
      result.start[segment + 1] = filled;
    }
  }
  return result;
}
