import { and, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { affiliations } from "#db/schema/index.ts";

/** Rows of `affiliations` that count on this day: from their first day, and no longer on the day they end. */
export function affiliationInForce(today: CalendarDate): SQL | undefined {
  return and(
    lte(affiliations.validFrom, today),
    or(isNull(affiliations.validTo), gt(affiliations.validTo, today)),
  );
}
