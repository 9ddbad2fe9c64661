import type {
  EnrolmentFailure,
  EnterWithPasskeyFailure,
  FinishLinkFailure,
  SecondFactorFailure,
  SignInFailure,
  UseLinkFailure,
} from "#app/domain/accounts/account.failures.ts";
import type { ActivateFailure, CardMismatch } from "#app/domain/activation/activation.failures.ts";
import type {
  CompleteFailure,
  Lack,
  LinkFailure,
  OpenAccountFailure,
} from "#app/domain/federation/federation.failures.ts";
import type { SignUpHostFailure } from "#app/domain/hosts/hosts.failures.ts";
import type { ClaimSchoolFailure, RequestToJoinFailure } from "#app/domain/schools/schools.failures.ts";

/** Ways in, by which failures are counted. */
export const DOORS = [
  "password",
  "second_factor",
  "passkey",
  "link",
  "activation",
  "educonnect",
  "academie",
  "proconnect",
  "host_sign_up",
  "school_sign_up",
] as const;
export type Door = (typeof DOORS)[number];

/** Why somebody was not let in, whatever the way. */
export const FAILURE_REASONS = [
  "wrong_password",
  "too_many_tries",
  "wrong_second_factor",
  "passkey_unknown",
  "passkey_refused",
  "link_unknown",
  "link_used",
  "link_expired",
  "code_unknown",
  "birth_date_differs",
  "card_used",
  "card_revoked",
  "card_expired",
  "cancelled",
  "provider_unavailable",
  "answer_untrusted",
  "proof_too_weak",
  "too_late",
  "claims_incomplete",
  "profile_unknown",
  "function_unknown",
  "no_school",
  "school_unknown",
  "wrong_level",
  "roster_missing",
  "class_missing",
  "child_unknown",
  "guardian_unlisted",
  "account_exists",
  "other_kind",
  "no_mailbox",
  "other_domain",
  "no_domain",
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

type FederationFailure = CompleteFailure | OpenAccountFailure | LinkFailure | Lack;

/** The failures of each way in, as its use cases tell them. */
interface CodesOf {
  password: SignInFailure["code"];
  second_factor: (SecondFactorFailure | EnrolmentFailure)["code"];
  passkey: EnterWithPasskeyFailure["code"];
  link: (UseLinkFailure | FinishLinkFailure)["code"];
  activation: CardMismatch | ActivateFailure["code"];
  educonnect: FederationFailure["code"];
  academie: FederationFailure["code"];
  proconnect: FederationFailure["code"];
  host_sign_up: SignUpHostFailure["code"];
  school_sign_up: (ClaimSchoolFailure | RequestToJoinFailure)["code"];
}
export type FailureCode<At extends Door> = CodesOf[At] | "too_many_tries";
type Reasons<At extends Door> = Readonly<Record<FailureCode<At>, FailureReason | null>>;

const FEDERATION: Reasons<"educonnect"> = {
  cancelled: "cancelled",
  unavailable: "provider_unavailable",
  untrusted: "answer_untrusted",
  weak: "proof_too_weak",
  incomplete: "claims_incomplete",
  unknown_profile: "profile_unknown",
  no_role: "function_unknown",
  flow_over: "too_late",
  no_school: "no_school",
  unknown_school: "school_unknown",
  wrong_level: "wrong_level",
  over: "too_late",
  account_exists: "account_exists",
  no_school_chosen: null,
  other_kind: "other_kind",
  no_roster: "roster_missing",
  no_class: "class_missing",
  unknown_child: "child_unknown",
  unlisted_guardian: "guardian_unlisted",
  too_many_tries: "too_many_tries",
};

/** The reason of each failure of each way in; null for what the person mends on the same page, a password too weak. */
export const REASONS_OF: { readonly [At in Door]: Reasons<At> } = {
  password: { invalid_credentials: "wrong_password", too_many_tries: "too_many_tries" },
  second_factor: {
    no_session: "too_late",
    wrong_code: "wrong_second_factor",
    already_enrolled: null,
    too_many_tries: "too_many_tries",
  },
  passkey: {
    unknown_passkey: "passkey_unknown",
    refused: "passkey_refused",
    too_many_tries: "too_many_tries",
  },
  link: {
    not_found: "link_unknown",
    used: "link_used",
    expired: "link_expired",
    no_account: "account_exists",
    over: "too_late",
    weak_password: null,
    too_many_tries: "too_many_tries",
  },
  activation: {
    unknown_code: "code_unknown",
    other_birth_date: "birth_date_differs",
    card_used: "card_used",
    card_revoked: "card_revoked",
    card_expired: "card_expired",
    over: "too_late",
    weak_password: null,
    too_many_tries: "too_many_tries",
  },
  educonnect: FEDERATION,
  academie: FEDERATION,
  proconnect: FEDERATION,
  host_sign_up: { weak_password: null, too_many_tries: "too_many_tries" },
  school_sign_up: {
    not_found: "school_unknown",
    no_mailbox: "no_mailbox",
    other_domain: "other_domain",
    no_domain: "no_domain",
    too_many_tries: "too_many_tries",
  },
};

export function reasonOf<At extends Door>(door: At, code: FailureCode<At>): FailureReason | null {
  return REASONS_OF[door][code];
}

/** What the school itself can repair: shown to its head and its office. */
export const SCHOOL_REPAIRS = [
  "card_expired",
  "card_revoked",
  "card_used",
  "birth_date_differs",
  "roster_missing",
  "class_missing",
  "guardian_unlisted",
  "wrong_second_factor",
  "link_expired",
] as const satisfies readonly FailureReason[];
export type SchoolRepair = (typeof SCHOOL_REPAIRS)[number];

export function isDoor(value: string | null): value is Door {
  return DOORS.some((door) => door === value);
}
