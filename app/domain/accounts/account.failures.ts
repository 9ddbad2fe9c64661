import type { Failure } from "#app/kernel/result.ts";

/** An unknown address and a wrong password are one failure: nobody learns who has an account. */
export type SignInFailure = Failure<"invalid_credentials">;

export type SecondFactorFailure = Failure<"no_session" | "wrong_code">;

/** `not_found`: we made no such link. `no_account`: it leads to none, or its address has one since. */
export type UseLinkFailure = Failure<"not_found" | "used" | "expired" | "no_account">;

/** `over`: the half hour to finish what the link opened is over, or it was finished. */
export type FinishLinkFailure =
  Failure<"over" | "no_account"> | { code: "weak_password"; reason: WeakPassword };

/** `wrong_password`: the current one is another, or the account has none. */
export type ChangePasswordFailure =
  Failure<"wrong_password"> | { code: "weak_password"; reason: WeakPassword };

/** `sign_in_again`: the account has no password, and was opened too long ago to prove who asks. */
export type RequestEmailChangeFailure = Failure<"wrong_password" | "sign_in_again" | "same_address">;

/** Why a password is refused. `personal`: it holds the person's own name or address. */
export type WeakPassword = "short" | "common" | "personal" | "guessable";

/** `own_account`: another administrator does it. `nothing_to_reset`: the account has no second factor. */
export type ResetSecondFactorFailure = Failure<"not_found" | "own_account" | "nothing_to_reset">;

/** `already_enrolled`: in another tab, or by another device. */
export type EnrolmentFailure = Failure<"no_session" | "wrong_code" | "already_enrolled">;

/** `not_offered`: to pupils. `refused`: what the browser sends is not the answer to this page. */
export type AddPasskeyFailure = Failure<"not_offered" | "refused" | "too_many" | "already_added">;

export type RemovePasskeyFailure = Failure<"not_found">;

/** `unknown_passkey`: removed since, or of another site. `refused`: answered too late, twice, or by another key. */
export type EnterWithPasskeyFailure = Failure<"unknown_passkey" | "refused">;
