import { WEEKDAYS } from "#app/domain/hours/hours-grid.ts";
import type { HoursFinding } from "#app/domain/hours/hours-rules.ts";
import {
  HALF_DAYS,
  hoursField,
  type HalfDay,
  type HoursEdge,
  type HoursTypingSlip,
} from "#app/domain/offers/offer-hours.ts";

type ValueOf = (field: string) => string;

/** The fields to correct: those that a slip or a rule of the law is about, not the whole day. */
export function hoursAtFault(
  valueOf: ValueOf,
  { slips, findings }: { slips: readonly HoursTypingSlip[]; findings: readonly HoursFinding[] },
): ReadonlySet<string> {
  return new Set([
    ...slips.flatMap((slip) => slipField(slip, valueOf)),
    ...findings
      .filter(({ severity }) => severity === "error")
      .flatMap((finding) => findingField(finding, valueOf)),
  ]);
}

/** The field that a slip is about: the first of the grid when nothing at all was typed. */
export function slipField(slip: HoursTypingSlip, valueOf: ValueOf): string {
  if (slip.code === "no_hours") return hoursField(WEEKDAYS[0], "morning", "from");
  const { day, half } = slip;
  const [from, to] = [hoursField(day, half, "from"), hoursField(day, half, "to")];
  if (slip.code === "half_range") return valueOf(from).trim() === "" ? from : to;
  return valueOf(from) === slip.typed ? from : to;
}

/** Which end of the day a rule speaks of. */
const EDGES: Partial<Record<HoursFinding["code"], "start" | "end" | "break">> = {
  too_early: "start",
  too_late: "end",
  day_too_long: "end",
  daily_rest_too_short: "end",
  break_missing: "break",
  ranges_overlap: "break",
};

function findingField({ code, day, values }: HoursFinding, valueOf: ValueOf): string[] {
  if (day === undefined) return [];
  if (code === "end_before_start")
    return [hoursField(day, values.part === 1 ? "afternoon" : "morning", "to")];
  const typed = HALF_DAYS.filter((half) => valueOf(hoursField(day, half, "from")) !== "");
  const [first, latest] = [typed[0], typed[typed.length - 1]];
  if (!first || !latest) return [];
  const edges: Record<"start" | "end" | "break", [HalfDay, HoursEdge]> = {
    start: [first, "from"],
    end: [latest, "to"],
    break: [latest, latest === first ? "to" : "from"],
  };
  const edge = EDGES[code];
  return edge ? [hoursField(day, ...edges[edge])] : [];
}
