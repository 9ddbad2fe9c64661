import type { Failure } from "#app/kernel/result.ts";
import type { BoardLine } from "../board/board-line.ts";
import type { Standing } from "../board/standing.ts";

/** What an encouragement says depends on where the pupil stands: nothing sent yet, several refusals, or nothing for a while. */
export const REMINDER_KINDS = ["first_letter", "after_refusals", "go_on"] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** A pupil is not written to again so soon. */
export const REMINDER_REST_DAYS = 5;
export const MOST_REMINDED = 100;
export const REMINDER_WORDS_LENGTH = 300;

const SEARCHING: readonly Standing[] = ["to_replace", "nothing", "applying", "half"];
const DAY_MS = 86_400_000;

export type Reminder = Pick<BoardLine, "id" | "firstName" | "lastName" | "className"> &
  (
    | { kind: ReminderKind; skipped: null }
    /** Written to already, on that day; or with nothing to find, or a place to confirm first. */
    | { kind: null; skipped: { reason: "recent"; at: Date } | { reason: "not_searching" } }
  );

type Line = Pick<BoardLine, "id" | "firstName" | "lastName" | "className" | "standing" | "sent" | "reasons">;

/** What each would get, or why they get nothing. */
export function planReminder(line: Line, lastSentAt: Date | null, now: Date): Reminder {
  const { id, firstName, lastName, className } = line;
  const pupil = { id, firstName, lastName, className };
  if (!SEARCHING.includes(line.standing))
    return { ...pupil, kind: null, skipped: { reason: "not_searching" } };
  if (lastSentAt && now.getTime() - lastSentAt.getTime() < REMINDER_REST_DAYS * DAY_MS)
    return { ...pupil, kind: null, skipped: { reason: "recent", at: lastSentAt } };
  return { ...pupil, kind: kindOf(line), skipped: null };
}

function kindOf({ sent, reasons }: Line): ReminderKind {
  if (sent === 0) return "first_letter";
  return reasons.includes("refused") ? "after_refusals" : "go_on";
}

export type SendRemindersFailure = Failure<"nobody">;
