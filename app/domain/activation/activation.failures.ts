import type { WeakPassword } from "#app/domain/accounts/account.failures.ts";
import type { Failure } from "#app/kernel/result.ts";

/** `not_found`: not a class that this person follows this year. `nobody`: no pupil of it was chosen. */
export type CardsFailure = Failure<"not_found" | "nobody">;

/** `wrong`: the code or the birth date, never told which. `over`: both are right, but the card serves no more. */
export type OpenCodeFailure = Failure<"wrong" | "over">;

export type ActivateFailure = Failure<"over"> | { code: "weak_password"; reason: WeakPassword };
