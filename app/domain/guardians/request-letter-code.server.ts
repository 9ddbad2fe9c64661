import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { guardianCodes } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../use-case.ts";
import { guardianCodeRequested } from "./events.ts";
import type { RequestCodeFailure } from "./guardian.failures.ts";
import { CODE_MINUTES, minutesAfter } from "./guardian-access.ts";
import { endUnusedCodes, findLastCode, lockGuardian } from "./guardians.store.server.ts";

/** Asked again within this time, the code on its way is the answer: a button pressed twice sends one message. */
const JUST_SENT_MS = 30_000;

/**
 * A representative asks for a code to read a letter. One code is live at a time: a new one ends the one before. The code goes
 * out by the event, never back to the page.
 */
export async function requestLetterCode(
  { db, clock }: UseCaseContext,
  input: { guardianId: string },
): Promise<Result<{ codeId: string }, RequestCodeFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const guardian = await lockGuardian(tx, input.guardianId);
    if (!guardian) return err({ code: "not_found" });
    if (!guardian.email && !guardian.phone) return err({ code: "no_contact" });
    const last = await findLastCode(tx, guardian.id);
    const fresh = last && last.usedAt === null && last.attempts === 0 && last.expiresAt > now;
    if (fresh && now.getTime() - last.createdAt.getTime() < JUST_SENT_MS) return ok({ codeId: last.id });

    await endUnusedCodes(tx, guardian.id, now);
    const codeId = newId();
    const expiresAt = minutesAfter(now, CODE_MINUTES);
    await tx.insert(guardianCodes).values({ id: codeId, guardianId: guardian.id, createdAt: now, expiresAt });
    await recordEvent(tx, guardianCodeRequested, { codeId }, now);
    return ok({ codeId });
  });
}
