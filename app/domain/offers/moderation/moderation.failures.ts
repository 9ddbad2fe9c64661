import type { Failure } from "#app/kernel/result.ts";

/** `already_decided`: a colleague has approved or rejected it, or its author has taken it back. */
export type ModerationFailure = Failure<"not_found" | "already_decided" | "campaign_over">;

export type CorrectFailure = Failure<"not_found" | "not_possible">;
