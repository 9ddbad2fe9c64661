import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { closesOn, todayAt } from "./placement-plan.ts";
import { findPlacement, type Placement } from "./placements.store.server.ts";
import { reportedBy, type Teller } from "./reporter.server.ts";
import type { TellingFailure } from "./telling.failures.ts";

interface ToldStay {
  placement: Placement;
  today: CalendarDate;
}

/** The stay of which this person may tell something now, locked: from its first day, or its last, to a month after it. */
export async function findToldStay(
  tx: Transaction,
  { agreementId, teller, opens }: { agreementId: string; teller: Teller; opens: "first_day" | "last_day" },
  now: Date,
): Promise<Result<ToldStay, TellingFailure>> {
  const placement = await findPlacement(tx, agreementId, { lock: true, scope: reportedBy(tx, teller) });
  if (!placement) return err({ code: "not_found" });
  if (placement.status === "cancelled") return err({ code: "cancelled" });
  const { plan } = placement;
  const today = todayAt(plan, now);
  const opensOn = opens === "first_day" ? plan.startsOn : plan.endsOn;
  if (today < opensOn) return err({ code: "too_early", opensOn });
  const closedOn = closesOn(plan);
  return today > closedOn ? err({ code: "too_late", closedOn }) : ok({ placement, today });
}
