import { and, eq } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { journalEntries } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { findToldStay } from "../find-told-stay.server.ts";
import { expectedDays } from "../placement-plan.ts";
import type { JournalFailure } from "./journal.ts";

/**
 * The pupil writes a few lines about a day of their stay, that day or later, until a month after the last. Written again, the
 * lines are replaced; left empty, they are taken away. Nobody else reads them.
 */
export async function writeJournalEntry(
  { db, clock, actor }: ActorContext,
  { agreementId, day, body }: { agreementId: string; day: CalendarDate; body: string },
): Promise<Result<void, JournalFailure>> {
  const writtenAt = clock.now();
  return inTransaction(db, async (tx) => {
    const teller = { side: "pupil" as const, actor };
    const found = await findToldStay(tx, { agreementId, teller, opens: "first_day" }, writtenAt);
    if (!found.ok) return found;
    const { placement, today } = found.value;
    const isTheirs = expectedDays(placement.plan).some(({ date }) => date === day);
    if (!isTheirs || day > today) return err({ code: "not_a_day", day });
    if (body === "") {
      await tx
        .delete(journalEntries)
        .where(and(eq(journalEntries.agreementId, agreementId), eq(journalEntries.onDay, day)));
      return ok();
    }
    const { pupilId } = placement;
    await tx
      .insert(journalEntries)
      .values({ agreementId, pupilId, onDay: day, body, writtenAt })
      .onConflictDoUpdate({
        target: [journalEntries.agreementId, journalEntries.onDay],
        set: { body, writtenAt },
      });
    return ok();
  });
}
