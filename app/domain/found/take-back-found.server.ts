import { and, eq, ne } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { agreements } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { agreementCancelled } from "../agreements/events.ts";
import { appendAudit } from "../audit/append-audit.server.ts";
import { recordChange } from "../history/record-change.server.ts";
import { recordEvent } from "../outbox/record-event.server.ts";
import type { ActorContext } from "../use-case.ts";
import { foundEnded } from "./events.ts";
import { nextFoundState } from "./found-internship.ts";
import type { ChangeFoundFailure } from "./found.failures.ts";
import { moveFound } from "./found.store.server.ts";
import { lockOwnFound } from "./lock-own-found.server.ts";

/**
 * Whoever follows the class takes back what was found elsewhere, confirmed or not; the pupil, as long as the host has not confirmed
 * it. One transaction gives the weeks back and cancels the agreement, unless it is signed: then it is broken off with the host.
 */
export async function takeBackFound(
  { db, clock, actor, origin }: ActorContext,
  input: { foundId: string; pupilId: string },
): Promise<Result<void, ChangeFoundFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const own = await lockOwnFound(tx, actor, input, now);
    if (!own) return err({ code: "not_found" });
    const { found, pupil } = own;
    const state = nextFoundState(found.state, "take_back");
    if (!state || (pupil.as === "pupil" && found.state === "confirmed")) return err({ code: "over" });
    if (!(await cancelAgreementOf(tx, found.id, actor.personId, now))) return err({ code: "over" });
    await moveFound(tx, found.id, { state, weeks: "given_back", endedAt: now });
    await recordEvent(tx, foundEnded, { foundId: found.id }, now);
    if (pupil.as === "pupil") return ok();
    const on = { kind: "person" as const, id: found.pupilId };
    await appendAudit(tx, { actor, origin }, { action: "found.taken_back", as: pupil.as, on }, now);
    return ok();
  });
}

/** False when everyone has signed it. */
async function cancelAgreementOf(
  tx: Transaction,
  foundId: string,
  actorId: string,
  now: Date,
): Promise<boolean> {
  const [agreement] = await tx
    .select({ id: agreements.id, status: agreements.status })
    .from(agreements)
    .where(and(eq(agreements.foundId, foundId), ne(agreements.status, "cancelled")))
    .for("update");
  if (!agreement) return true;
  if (agreement.status === "signed") return false;
  await tx
    .update(agreements)
    .set({ status: "cancelled", updatedAt: now })
    .where(eq(agreements.id, agreement.id));
  const eventId = await recordEvent(tx, agreementCancelled, { agreementId: agreement.id }, now);
  const change = { from: agreement.status, to: "cancelled", actorId, actorRole: "school" as const, eventId };
  await recordChange(tx, { agreementId: agreement.id }, change, now);
  return true;
}
