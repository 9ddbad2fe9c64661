import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Failure } from "#app/kernel/result.ts";

/** Why nothing may be told of a stay: it is not theirs, it is called off, or its time has not come or is over. */
export type TellingFailure =
  | Failure<"not_found" | "cancelled">
  | { code: "too_early"; opensOn: CalendarDate }
  | { code: "too_late"; closedOn: CalendarDate };
