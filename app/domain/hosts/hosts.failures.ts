import type { WeakPassword } from "../accounts/account.failures.ts";
import type { Failure } from "#app/kernel/result.ts";

export type SignUpHostFailure = { code: "weak_password"; reason: WeakPassword };

/** `not_found`: no such request at an organisation of the member. `already_answered`: by a colleague. */
export type AnswerClaimFailure = Failure<"not_found" | "already_answered">;

/** `offers_online`, `pupils_expected`: the last member would leave them to nobody. */
export type LeaveFailure = Failure<"not_found" | "offers_online" | "pupils_expected">;
