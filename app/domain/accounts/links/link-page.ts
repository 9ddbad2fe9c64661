import type { LinkState, OneTimePurpose } from "./one-time-link.ts";

export interface LinkPage {
  purpose: OneTimePurpose;
  state: LinkState;
  /** The half hour after its use, for the browser that used it. */
  isBeingUsed: boolean;
  /** Done with: a password was chosen, an account made. */
  isCompleted: boolean;
  /** Whole minutes left to use it; 0 when it is over. */
  minutesLeft: number;
  /** "h…n@example.org", so that its owner knows it; null when the account has no address any more. */
  address: string | null;
  /** The change of address that it answers; `isOpen` until it is done, refused, taken back or too old. */
  change: { newAddress: string; isOpen: boolean } | null;
  /** An invitation to someone who has an account: no password is chosen. */
  hasAccount: boolean;
}
