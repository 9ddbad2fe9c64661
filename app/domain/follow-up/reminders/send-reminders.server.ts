import { inArray } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { persons, pupilReminders } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { appendAudit } from "../../audit/append-audit.server.ts";
import { staffRoleAt } from "../../accounts/actor.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import { recordEvent } from "../../outbox/record-event.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { pupilEncouraged } from "./events.ts";
import type { SendRemindersFailure } from "./reminder.ts";
import { planReminders } from "./reminders.queries.server.ts";

/**
 * Someone of the school encourages the pupils chosen among those they follow, each by what fits where they stand. Those written
 * to a short while ago are left in peace, also when two colleagues press at the same instant: messages, events and the entry in
 * the audit are one transaction, under the pupils' locks.
 */
export async function sendReminders(
  { db, clock, actor, origin }: ActorContext,
  { pupilIds, words }: { pupilIds: readonly string[]; words: string },
): Promise<Result<{ batchId: string; sent: number }, SendRemindersFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const campaign = await getCurrentCampaign(tx, now);
    if (!campaign || pupilIds.length === 0) return err({ code: "nobody" });
    await tx
      .select({ id: persons.id })
      .from(persons)
      .where(inArray(persons.id, [...pupilIds]))
      .orderBy(persons.id)
      .for("update");
    const plan = await planReminders(tx, actor, { campaign, now, pupilIds });
    const batchId = newId();
    const rows = plan.flatMap(({ id: pupilId, kind }) =>
      kind ? [{ id: newId(), batchId, pupilId, kind }] : [],
    );
    if (rows.length === 0) return err({ code: "nobody" });
    const said = { words: words || null, sentBy: actor.personId, sentAt: now };
    await tx.insert(pupilReminders).values(rows.map((row) => ({ ...row, ...said })));
    for (const { id: reminderId } of rows) await recordEvent(tx, pupilEncouraged, { reminderId }, now);
    const uai = actor.affiliations.find(({ schoolUai }) => schoolUai !== null)?.schoolUai ?? "";
    const act = { action: "pupils.encouraged" as const, as: staffRoleAt(actor, uai) };
    await appendAudit(tx, { actor, origin }, act, now);
    return ok({ batchId, sent: rows.length });
  });
}
