import type { Failure } from "#app/kernel/result.ts";

/** `already_decided`: a colleague has approved or rejected it, or its author has taken it back. */
export type ModerationFailure = Failure<"not_found" | "already_decided" | "campaign_over">;

export type CorrectFailure = Failure<"not_found" | "not_possible">;

/** `siret_taken`: another organisation has it by now. */
export type DetachFailure = Failure<"not_found" | "already_decided">;
export type ReattachFailure = DetachFailure | Failure<"siret_taken">;
