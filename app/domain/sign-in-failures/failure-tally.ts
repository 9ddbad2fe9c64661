import type { Door, FailureReason } from "./failure-reasons.ts";

/** Somebody was not let in: by which way and why, never who. */
export interface CountedFailure {
  at: Date;
  door: Door;
  reason: FailureReason;
  /** Where one is known: of the card, of the roster, stated by the federation. */
  schoolUai: string | null;
}

/** Where failures are counted: never waited for by whoever is refused, and untouched by what their refusal rolls back. */
export interface FailureTally {
  count(failure: CountedFailure): void;
  /** Writes what is left. */
  close(): Promise<void>;
}

export const NO_FAILURE_TALLY: FailureTally = { count: () => undefined, close: () => Promise.resolve() };
