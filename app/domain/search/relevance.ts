/** Half of what an offer next door is worth, at this distance. */
export const HALF_WORTH_METRES = 15_000;
/** What an offer of a family that interests the asker is worth more, in tenths. */
export const INTEREST_TENTHS = 13;
export const PLAIN_TENTHS = 10;

export interface RelevanceParts {
  /** Frozen once a day, in thousandths: freshness × reply rate × rank among its host's. */
  quality: number;
  metres: number;
  interesting: boolean;
  /** Sum of the weights of the words found (6 in the title, 4 in the host's name, 2 in the description; a synonym's, one less). */
  words: number;
  /** The most that sum could be; 0 without words. */
  wordsAtMost: number;
}

/** What an offer is worth wherever it stands. */
export function worthOf({
  quality,
  interesting,
  words,
  wordsAtMost,
}: Omit<RelevanceParts, "metres">): number {
  return quality * (interesting ? INTEREST_TENTHS : PLAIN_TENTHS) * (wordsAtMost === 0 ? 1 : words);
}

/** Worth less, no offer has this score, not even one next door. */
export function leastWorth(score: number, wordsAtMost: number): number {
  return Math.ceil((score * Math.max(1, wordsAtMost)) / 100);
}

/** The score of what is worth so much, at this distance. */
export function scoreOfWorth(worth: number, metres: number, wordsAtMost: number): number {
  return Math.floor(
    (worth * HALF_WORTH_METRES * 100) / ((HALF_WORTH_METRES + metres) * Math.max(1, wordsAtMost)),
  );
}

/**
 * The score by which "pertinence" sorts: quality × 15 km / (15 km + distance) × 1.3 for a family of interest ×
 * the share of the words' weights. A whole number, by one division of whole numbers: the database and the index in
 * memory agree to the unit, and a page may begin where another engine ended.
 */
export function relevanceOf(parts: RelevanceParts): number {
  return scoreOfWorth(worthOf(parts), parts.metres, parts.wordsAtMost);
}
