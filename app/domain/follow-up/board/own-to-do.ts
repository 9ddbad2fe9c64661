import { daysBetween, parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { waitingAgreements, type Waiting } from "./board-totals.ts";
import type { BoardLine } from "./board-line.ts";

/** From then on it is time to decide what becomes of those who have nothing. */
const DECIDE_DAYS = 30;

/** What waits for the reader's own acts, and what waits at the teachers' for those who may only ask them. */
export interface OwnToDo {
  toValidate: Waiting | null;
  toComplete: Waiting;
  toSign: Waiting | null;
  /** Pupils without anything, when it is time to let them off or to welcome them at school. */
  toDecide: number;
  atTeachers: Waiting | null;
}

/** Near the first day, and during the weeks themselves. */
export function isTimeToDecide(now: Date, startsOn: CalendarDate): boolean {
  return daysBetween(parisDate(now), startsOn) <= DECIDE_DAYS;
}

export function ownToDo(
  lines: readonly BoardLine[],
  { reader, now, startsOn }: { reader: "school" | "office"; now: Date; startsOn: CalendarDate },
): OwnToDo {
  const isTeacher = reader === "school";
  const atTeachers = waitingAgreements(lines, "teacher", now);
  return {
    toValidate: isTeacher ? atTeachers : null,
    toComplete: waitingAgreements(lines, "school", now),
    toSign: isTeacher ? null : waitingAgreements(lines, "signatories", now),
    toDecide:
      isTeacher || !isTimeToDecide(now, startsOn)
        ? 0
        : lines.filter(({ standing }) => standing === "nothing").length,
    atTeachers: isTeacher ? null : atTeachers,
  };
}
