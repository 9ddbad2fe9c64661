import type { Failure } from "#app/kernel/result.ts";

/** `over`: the placement is cancelled. */
export type SupervisorLinkFailure = Failure<"not_found" | "over" | "no_more_links">;
