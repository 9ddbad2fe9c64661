import type { CodeState } from "./activation-code.ts";

export interface CardPupil {
  id: string;
  firstName: string;
  lastName: string;
  /** Has a way to sign in. */
  activated: boolean;
  /** The newest code that was printed; null when there was none, or long ago. */
  code: { state: CodeState; expiresAt: Date } | null;
}

export interface ClassCards {
  id: string;
  name: string;
  pupils: CardPupil[];
}

export interface PrintedCard {
  pupilId: string;
  firstName: string;
  lastName: string;
  /** In groups, as it is to be typed. */
  code: string;
  /** What signs in without an address; null before the first activation, and for whoever signs in with an address. */
  signInName: string | null;
}

export interface PrintedCards {
  id: string;
  name: string;
  schoolName: string;
  expiresAt: Date | null;
  cards: PrintedCard[];
}
