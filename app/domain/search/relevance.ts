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

/**
 * The score by which "pertinence" sorts: quality × 15 km / (15 km + distance) × 1.3 for a family of interest ×
 * the share of the words' weights. A whole number, by one division of whole numbers: the database and the index in
 * memory agree to the unit, and a page may begin where another engine ended.
 */
export function relevanceOf({ quality, metres, interesting, words, wordsAtMost }: RelevanceParts): number {
  const worth = quality * HALF_WORTH_METRES * (interesting ? INTEREST_TENTHS : PLAIN_TENTHS);
  const told = wordsAtMost === 0 ? 1 : words;
  return Math.floor((worth * told * 100) / ((HALF_WORTH_METRES + metres) * Math.max(1, wordsAtMost)));
}
