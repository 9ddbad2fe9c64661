import type { Failure } from "#app/kernel/result.ts";

export type SendLinkFailure = Failure<"not_found" | "no_contact" | "no_more_links">;

export type RequestCodeFailure = Failure<"not_found" | "no_contact">;

/** `no_code`: none was asked for, or its time is over. */
export type CodeFailure =
  Failure<"no_code" | "already_used" | "too_many_tries"> | { code: "wrong_code"; triesLeft: number };
