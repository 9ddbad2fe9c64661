import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { PresenceOfDay, PresenceReport } from "./presence.ts";

/** Where a pupil is to be on one day. `lost`: the place they had for that day was called off, and no other took its turn. */
export type Whereabouts =
  | (PresenceOfDay & {
      where: "at_host";
      agreementId: string;
      hostName: string;
      town: string;
      from: string | null;
      to: string | null;
      /** Who looks after the pupil there, and how to reach them, as the host wrote it. */
      supervisor: { name: string; contact: string } | null;
    })
  | { where: "day_off"; hostName: string }
  | { where: "lost"; hostName: string }
  | { where: "nowhere" };

export interface FamilyContact {
  name: string;
  phone: string | null;
}

export interface DayLine {
  pupilId: string;
  firstName: string;
  lastName: string;
  classGroupId: string;
  className: string;
  at: Whereabouts;
  /** Told where someone has to be called: an absence, an accident, a place that was lost. */
  families: FamilyContact[];
}

export const DAY_STATES = [
  "accident",
  "absent",
  "lost",
  "silent",
  "arrived",
  "expected",
  "nowhere",
  "day_off",
] as const;
/** One word for a line, what presses most first. `silent`: the day has come and nobody has said anything; before it, `expected`. */
export type DayState = (typeof DAY_STATES)[number];

export function stateOf({ at }: Pick<DayLine, "at">, { hasCome }: { hasCome: boolean }): DayState {
  if (at.where !== "at_host") return at.where;
  if (at.accident) return "accident";
  const word: PresenceReport["kind"] | undefined = at.presence?.kind;
  if (word === "absent" || word === "arrived") return word;
  return hasCome ? "silent" : "expected";
}

/** Those that someone has to do something about today. */
export const PRESSING_STATES: readonly DayState[] = ["accident", "absent", "lost"];

export interface DayClass {
  id: string;
  name: string;
  counts: Record<DayState, number>;
}

/** The classes of these lines with their figures, in the order in which they come. */
export function dayClasses(lines: readonly DayLine[], day: { hasCome: boolean }): DayClass[] {
  const classes = new Map<string, DayClass>();
  for (const line of lines) {
    const known = classes.get(line.classGroupId) ?? {
      id: line.classGroupId,
      name: line.className,
      counts: { accident: 0, absent: 0, lost: 0, silent: 0, arrived: 0, expected: 0, nowhere: 0, day_off: 0 },
    };
    known.counts[stateOf(line, day)] += 1;
    classes.set(line.classGroupId, known);
  }
  return [...classes.values()];
}

/** The day to show: the one asked for when it is of the campaign, else today, else the nearest day of the campaign. */
export function dayToShow(
  asked: string | null,
  { startsOn, endsOn }: { startsOn: CalendarDate; endsOn: CalendarDate },
  today: CalendarDate,
): CalendarDate {
  const wanted = asked !== null && asked >= startsOn && asked <= endsOn ? asked : today;
  if (wanted < startsOn) return startsOn;
  return wanted > endsOn ? endsOn : wanted;
}
