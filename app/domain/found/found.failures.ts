import type { CreateAgreementFailure } from "../agreements/agreement.failures.ts";
import type { Failure } from "#app/kernel/result.ts";

/** `week_already_asked`: another host has been asked for one of these weeks and has not answered. */
export type EnterFoundFailure = Failure<"not_found" | "week_already_taken" | "week_already_asked">;

/** `over`: it has ended, or its agreement is signed. */
export type ChangeFoundFailure = EnterFoundFailure | Failure<"over" | "no_more_links">;

/** `over`: taken back, answered or expired meanwhile. */
export type AnswerFoundFailure =
  CreateAgreementFailure | Failure<"not_found" | "over" | "week_already_taken">;
