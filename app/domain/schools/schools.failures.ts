import type { Failure } from "#app/kernel/result.ts";

/** `no_mailbox`: the directory holds no address of the school. */
export type ClaimSchoolFailure = Failure<"not_found" | "no_mailbox">;

/** `over`: the link was finished, or its half hour is over. */
export type InviteFirstMemberFailure = Failure<"over">;

export type InviteColleagueFailure = Failure<"not_found" | "already_member">;

/** `other_domain`: the address is none of the académie's. `no_domain`: the académie of the school is not known. */
export type RequestToJoinFailure =
  Failure<"not_found" | "no_domain"> | { code: "other_domain"; domain: string };

export type AnswerJoinFailure = Failure<"not_found" | "already_answered">;

/** `wrong_day`: a day that is past, or more than a year ahead. */
export type ReplaceHeadFailure = Failure<"not_found" | "wrong_day">;

/** `oneself`: somebody else does it, so that a school never shuts itself out. */
export type EndMembershipFailure = Failure<"not_found" | "oneself">;

/** `no_campaign`: no campaign is under way or to come. `name_taken`: the school has a class of this name this year. */
export type CreateClassFailure = Failure<"not_found" | "no_campaign" | "name_taken">;

/** `already_there`: a pupil of the same name and birth date sits in a class of the school this year. */
export type AddPupilFailure = Failure<"not_found" | "already_there">;
