import type { Failure } from "#app/kernel/result.ts";

/** An unknown address and a wrong password are one failure: nobody learns who has an account. */
export type SignInFailure = Failure<"invalid_credentials">;

export type SecondFactorFailure = Failure<"no_session" | "wrong_code">;
