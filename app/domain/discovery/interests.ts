/** How a pupil has shown interest in an offer, the strongest first. */
export const INTEREST_KINDS = ["applied", "begun", "kept", "viewed"] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** An offer that the pupil has looked at. */
export interface LookedOffer {
  offerId: string;
  family: string;
  kind: InterestKind;
}

export interface Interests {
  /** Each family looked at, with the strongest way in which it was. */
  families: Map<string, InterestKind>;
  /** Offers applied to, whatever became of it, with a letter begun, or kept: the pupil knows them. */
  known: Set<string>;
  /** Offers opened. */
  opened: Set<string>;
}

export function interestsOf(looked: readonly LookedOffer[]): Interests {
  const families = new Map<string, InterestKind>();
  const known = new Set<string>();
  const opened = new Set<string>();
  for (const { offerId, family, kind } of looked) {
    const other = families.get(family);
    if (!other || INTEREST_KINDS.indexOf(kind) < INTEREST_KINDS.indexOf(other)) families.set(family, kind);
    (kind === "viewed" ? opened : known).add(offerId);
  }
  return { families, known, opened };
}
