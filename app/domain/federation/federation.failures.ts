import type { Failure } from "#app/kernel/result.ts";
import type { ProviderFailure } from "./identity-provider.ts";

/** What the federation says of someone leads nowhere here. */
export type ArrivalFailure = Failure<"incomplete" | "unknown_profile" | "no_role">;

/** `flow_over`: the answer came too late, twice, or to another browser than the one that asked. */
export type CompleteFailure = ProviderFailure | ArrivalFailure | Failure<"flow_over"> | SchoolFailure;

/** With the school that the federation states, for whoever counts. */
interface SchoolFailure {
  code: "no_school" | "unknown_school" | "wrong_level";
  schoolUai: string | null;
}

/**
 * What the lists of a school lack of someone whom a federation has proved to be who they are: told to the school, as a count.
 * `no_roster`: it has no class of the year. `unknown_child`: none is known under these numbers, or no school listed this parent.
 */
export interface Lack {
  code: "no_roster" | "no_class" | "unknown_child" | "unlisted_guardian";
  schoolUai: string | null;
}

/** Why a way in by a federation ended without letting anyone in. */
export type SignInProblem = CompleteFailure["code"];

/** `over`: nobody has arrived in this browser, or too long ago. `account_exists`: under the same address. */
export type OpenAccountFailure = Failure<"over" | "account_exists" | "no_school_chosen">;

/** `only_way_in`: nothing else would open the account. */
export type UnlinkFailure = Failure<"not_found" | "only_way_in">;

/** `other_kind`: a pupil's account takes no grown-up's identity. */
export type LinkFailure = Failure<"over" | "no_school_chosen" | "other_kind">;
