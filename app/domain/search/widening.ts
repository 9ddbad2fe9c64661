/** One way to ask for less. */
export type WideningChange =
  | { kind: "radius"; radiusKm: number }
  /** The whole family of the sectors asked. */
  | { kind: "family"; family: string }
  | { kind: "periods" | "sectors" | "challenges" | "words" }
  /** Everything but the place. */
  | { kind: "filters" }
  /** Everything but the filters. */
  | { kind: "everywhere" };

/** A way to widen a search and the number of offers it leads to. */
export interface Widening {
  change: WideningChange;
  total: number;
}
