import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { recordEvent } from "../../outbox/record-event.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { Reporter } from "../reporter.server.ts";
import { reportLifted } from "./events.ts";
import { liftReport } from "./presence.store.server.ts";
import type { PresenceFailure } from "./presence.ts";
import { findReportable } from "./report-presence.server.ts";

/** An accident was reported by mistake: those who were told of it today are told at once that nothing has happened. */
export async function liftAccident(
  { db, clock, reporter }: UseCaseContext & { reporter: Reporter },
  { agreementId, onDay }: { agreementId: string; onDay?: CalendarDate },
): Promise<Result<void, PresenceFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const found = await findReportable(tx, { agreementId, onDay }, reporter, now);
    if (!found.ok) return found;
    const { day, isToday } = found.value;
    const lifted = await liftReport(tx, { agreementId, kind: "accident", onDay: day }, now);
    if (lifted && isToday) await recordEvent(tx, reportLifted, { agreementId, reported: "accident" }, now);
    return ok();
  });
}
