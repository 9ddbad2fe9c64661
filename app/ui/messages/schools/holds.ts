import type { HoldSeatsFailure } from "#app/domain/holds/hold.ts";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const HOLD_REFUSALS: Record<FailureBut<HoldSeatsFailure, "not_found">["code"], string> = {
  already_held: "Des places sont déjà gardées pour cet élève.",
  none_nearby:
    "Aucune place n’est libre à moins de 100 km pour ces semaines. Une structure peut en ajouter à tout moment : réessayez plus tard, ou appelez les structures qui connaissent le lycée.",
};

/** "les deux semaines", "la semaine 2" */
export function weeksInWords(weeks: readonly WeekNumber[]): string {
  return weeks.length > 1 ? "les deux semaines" : `la semaine ${weeks[0] ?? 1}`;
}
