import type { Failure } from "#app/kernel/result.ts";
import type { SentFile } from "./school-import.ts";

export type ReceiveImportFailure =
  /** `no_directory`: no file of the directory came. `under_way`: another import is. */
  | Failure<"not_found" | "no_directory" | "under_way">
  | { code: "too_large"; file: SentFile; maxBytes: number };
