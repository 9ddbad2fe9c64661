/** Why an event has no message: kept with it, so that a missing message is never an omission. */
export const SKIP_REASONS = [
  /** What it was about does not exist any more. */
  "subject_gone",
  /** Those concerned exist no more, or their role has nobody. */
  "nobody_concerned",
  /** What it would ask for is done, or cannot be done any more. */
  "outdated",
  /** Another message to the same people tells of it as well. */
  "told_elsewhere",
  /** It belongs to the past that the demonstration is given: nobody was to be told of it. */
  "before_opening",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
