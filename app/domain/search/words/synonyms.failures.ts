import type { Failure } from "#app/kernel/result.ts";

export type SaveSynonymsFailure =
  /** `same_group`: another group says the same. */
  | Failure<"not_found" | "same_group">
  /** Made of small words only ("de la"), which a search leaves out. */
  | { code: "meaningless"; word: string }
  /** Someone else has written it since it was read. */
  | { code: "changed_since"; words: string[] };
