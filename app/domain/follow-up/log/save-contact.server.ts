import { addDays } from "#app/kernel/calendar-date.ts";
import { localDate } from "#app/kernel/local-time.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { LOG_DAYS, type SaveContactFailure } from "./log-entry.ts";
import type { TypedContact } from "./log.schema.ts";
import { findFollowed, writeEntry } from "./log.store.server.ts";
import { schoolTimeZone } from "./school-time-zone.server.ts";

/**
 * Someone who follows the pupil notes an exchange, or plans one; only who wrote it writes it again. What took place is not
 * ahead, what is planned is not behind, by the calendar of the school.
 */
export async function saveContact(
  { db, clock, actor }: ActorContext,
  input: TypedContact & { pupilId: string },
): Promise<Result<void, SaveContactFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const pupil = await findFollowed(tx, actor, input.pupilId, now);
    if (!pupil) return err({ code: "not_found" });
    const { contact } = input;
    const today = localDate(now, await schoolTimeZone(tx, pupil.schoolUai));
    if (contact.state === "planned" && contact.onDay < today) return err({ code: "past" });
    if (contact.state !== "planned" && contact.onDay > today) return err({ code: "not_yet" });
    if (contact.onDay < addDays(today, -LOG_DAYS) || contact.onDay > addDays(today, LOG_DAYS))
      return err({ code: "too_far" });
    const written = await writeEntry(tx, actor, { ...input, kind: "contact" }, now);
    return written ? ok() : err({ code: "not_found" });
  });
}
