import type { Failure } from "#app/kernel/result.ts";
import type { ProviderFailure } from "./identity-provider.ts";

/** What the federation says of someone leads nowhere here. */
export type ArrivalFailure = Failure<"incomplete" | "unknown_profile" | "no_role">;

/** `flow_over`: the answer came too late, twice, or to another browser than the one that asked. */
export type CompleteFailure =
  ProviderFailure | ArrivalFailure | Failure<"flow_over" | "no_school" | "unknown_school" | "wrong_level">;

/** Why a way in by a federation ended without letting anyone in. */
export type SignInProblem = CompleteFailure["code"];

/** `over`: nobody has arrived in this browser, or too long ago. `account_exists`: under the same address. */
export type OpenAccountFailure = Failure<"over" | "account_exists" | "no_school_chosen">;

/** `other_kind`: a pupil's account takes no grown-up's identity. */
export type LinkFailure = Failure<"over" | "no_school_chosen" | "other_kind">;
