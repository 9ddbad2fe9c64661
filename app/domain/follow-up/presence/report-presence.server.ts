import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { inTransaction } from "#db/transaction.ts";
import { recordEvent } from "../../outbox/record-event.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { expectedDays, todayAt } from "../placement-plan.ts";
import { findPlacement, type Placement } from "../placements.store.server.ts";
import { personIdOf, reportedBy, type Reporter } from "../reporter.server.ts";
import { absenceReported, accidentReported, reportLifted } from "./events.ts";
import { insertReport, liftReport } from "./presence.store.server.ts";
import { ENDED_BY, type PresenceFailure, type PresenceKind } from "./presence.ts";

interface Report {
  agreementId: string;
  kind: PresenceKind;
  /** The host speaks of today alone, and tells no day. */
  onDay?: CalendarDate;
}

/**
 * The host, by its link, or an adult of the school says that a pupil has arrived, is absent, or has had an accident. Said twice,
 * it is told once. An absence or an accident of today is told at once to those who answer for the pupil, and so is its end; what
 * is noted of an earlier day alarms nobody. The placement is locked: two who contradict one another leave the word of the last.
 */
export async function reportPresence(
  { db, clock, reporter }: UseCaseContext & { reporter: Reporter },
  { agreementId, kind, onDay }: Report,
): Promise<Result<void, PresenceFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const found = await findReportable(tx, { agreementId, onDay }, reporter, now);
    if (!found.ok) return found;
    const { placement, day, isToday } = found.value;
    const ended = ENDED_BY[kind];
    const lifted = ended !== null && (await liftReport(tx, { agreementId, kind: ended, onDay: day }, now));
    const report = { kind, onDay: day, side: reporter.side, reportedBy: personIdOf(reporter) };
    const isNew = await insertReport(tx, placement, report, now);
    if (!isToday || !isNew) return ok();
    if (kind === "absent") await recordEvent(tx, absenceReported, { agreementId }, now);
    if (kind === "accident") await recordEvent(tx, accidentReported, { agreementId }, now);
    if (kind === "arrived" && lifted)
      await recordEvent(tx, reportLifted, { agreementId, reported: "absence" }, now);
    return ok();
  });
}

/** The placement, locked, with the day that is spoken of: one of its own, today or before. */
export async function findReportable(
  tx: Transaction,
  { agreementId, onDay }: { agreementId: string; onDay: CalendarDate | undefined },
  reporter: Reporter,
  now: Date,
): Promise<Result<{ placement: Placement; day: CalendarDate; isToday: boolean }, PresenceFailure>> {
  const placement = await findPlacement(tx, agreementId, { lock: true, scope: reportedBy(tx, reporter) });
  if (!placement) return err({ code: "not_found" });
  if (placement.status === "cancelled") return err({ code: "over" });
  const today = todayAt(placement.plan, now);
  const day = reporter.side === "host" ? today : (onDay ?? today);
  const isExpected = expectedDays(placement.plan).some(({ date }) => date === day);
  if (!isExpected || day > today) return err({ code: "not_a_day", day });
  return ok({ placement, day, isToday: day === today });
}
