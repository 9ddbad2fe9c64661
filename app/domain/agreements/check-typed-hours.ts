import { checkHours, hasHoursError } from "../hours/check-hours.ts";
import type { HoursGrid } from "../hours/hours-grid.ts";
import { readHours } from "../offers/offer-hours.ts";
import { scheduleOf } from "./content/agreement-checks.ts";
import type { AgreementContent } from "./content/agreement-content.ts";

/**
 * The grid that the host typed, or null when it cannot be read or breaks the law by itself. What only clashes with the pupil's
 * other host is told, never refused here: this host may not be the one to correct it.
 */
export function readLawfulHours(
  content: AgreementContent,
  typed: (field: string) => string,
): HoursGrid | null {
  const { grid, slips } = readHours(typed);
  const findings = checkHours({ ...scheduleOf(content), grid, birthDate: content.pupil.birthDate });
  return slips.length > 0 || hasHoursError(findings) ? null : grid;
}
