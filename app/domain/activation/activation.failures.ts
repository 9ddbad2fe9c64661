import type { WeakPassword } from "#app/domain/accounts/account.failures.ts";
import type { Failure } from "#app/kernel/result.ts";

/** `not_found`: not a class that this person follows this year. `nobody`: no pupil of it was chosen. */
export type CardsFailure = Failure<"not_found" | "nobody">;

/** What is behind a refusal: for whoever counts them, never for whoever types. */
export type CardMismatch =
  "unknown_code" | "other_birth_date" | "card_used" | "card_revoked" | "card_expired";

/** `wrong`: the code or the birth date, never told which. `over`: both are right, but the card serves no more. */
export interface OpenCodeFailure {
  code: "wrong" | "over";
  because: CardMismatch;
  /** Of the pupil whose card it is. */
  schoolUai: string | null;
}

export type ActivateFailure = Failure<"over"> | { code: "weak_password"; reason: WeakPassword };
