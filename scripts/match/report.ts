import { greatCircleKm } from "#app/kernel/geo.ts";
import type { Offers, Pupils } from "#app/domain/matching/market.ts";
import type { Placement } from "./write.ts";

export interface MatchReport {
  pupils: number;
  /** Both weeks covered, one week only, nothing: they add up to `pupils`. */
  placed: number;
  halfPlaced: number;
  unplaced: number;
  /** Preference lines dropped because the pupil does not hold the offer's tag. */
  ineligible: number;
  /** Contracts obtained by rank of the line. */
  ranks: Record<string, number>;
  /** Mean great-circle distance of the contracts, null when there is none. */
  meanKm: number | null;
  blocking: number;
  /** No assignment can give a contract to more pupils. */
  bound: number;
  /** SHA-256 of the assignment file. */
  digest: string;
  /** Whole run, reading and writing included; the engine alone. */
  ms: number;
  engineMs: number;
  maxRssBytes: number;
  /** Unusable lines left aside (--skip-invalid). */
  skippedLines: number;
}

/** Sums up the contracts as they are written. */
export class Tally {
  private readonly pupils: Pupils;
  private readonly offers: Offers;
  private readonly weeks: Uint8Array;
  private readonly ranks = new Map<number, number>();
  private contracts = 0;
  private km = 0;

  constructor(pupils: Pupils, offers: Offers) {
    this.pupils = pupils;
    this.offers = offers;
    this.weeks = new Uint8Array(pupils.count);
  }

  *count(rows: Iterable<Placement>): Generator<Placement> {
    const { pupils, offers } = this;
    for (const row of rows) {
      this.weeks[row.pupil]! |= row.kind === 0 ? 3 : row.kind;
      this.ranks.set(row.rank, (this.ranks.get(row.rank) ?? 0) + 1);
      this.contracts++;
      this.km += greatCircleKm(
        { latitude: pupils.latitude[row.pupil]!, longitude: pupils.longitude[row.pupil]! },
        { latitude: offers.latitude[row.offer]!, longitude: offers.longitude[row.offer]! },
      );
      yield row;
    }
  }

  summary(): Pick<MatchReport, "pupils" | "placed" | "halfPlaced" | "unplaced" | "ranks" | "meanKm"> {
    const counts = [0, 0, 0, 0];
    for (const weeks of this.weeks) counts[weeks]!++;
    const [unplaced = 0, first = 0, second = 0, placed = 0] = counts;
    return {
      pupils: this.pupils.count,
      placed,
      halfPlaced: first + second,
      unplaced,
      ranks: Object.fromEntries([...this.ranks].sort(([a], [b]) => a - b)),
      meanKm: this.contracts === 0 ? null : this.km / this.contracts,
    };
  }
}
