import { checkHours, hasHoursError } from "../hours/check-hours.ts";
import type { HoursGrid } from "../hours/hours-grid.ts";
import { readHours } from "../offers/offer-hours.ts";
import type { AgreementContent } from "./content/agreement-content.ts";

/**
 * The grid that the host typed, or null when it cannot be read or breaks the law by itself. What only clashes with the pupil's
 * other host is told, never refused here: this host may not be the one to correct it.
 */
export function readLawfulHours(
  content: Pick<AgreementContent, "startsOn" | "endsOn"> & { pupil: { birthDate: string | null } },
  typed: (field: string) => string,
): HoursGrid | null {
  const { grid, slips } = readHours(typed);
  const { startsOn, endsOn, pupil } = content;
  const findings = checkHours({ startsOn, endsOn, grid, birthDate: pupil.birthDate });
  return slips.length > 0 || hasHoursError(findings) ? null : grid;
}
