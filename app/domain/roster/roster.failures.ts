import type { Failure } from "#app/kernel/result.ts";

/** `no_file`: none came, or an empty one. `under_way`: the school's last file is being written. */
export type ReceiveRosterFailure =
  Failure<"not_found" | "no_file" | "under_way"> | { code: "too_large"; maxBytes: number };

/** `over`: another file took its place, or its day is over. `incomplete`: pupils cannot be told apart by these columns. */
export type MapColumnsFailure = Failure<"not_found" | "over" | "incomplete">;

/** `unconfirmed`: pupils are marked as gone without the box that says so. */
export type ConfirmRosterFailure = Failure<"not_found" | "over" | "unconfirmed">;
