import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { ok } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../use-case.ts";
import { findPasswordIdentity } from "./accounts.store.server.ts";
import { passwordGuessed } from "./events.ts";

/** The owner of an account whose password someone is guessing is told; an address without account is nobody's. */
export async function warnOfGuesses(
  { db, clock }: UseCaseContext,
  { email }: { email: string },
): Promise<void> {
  const now = clock.now();
  await inTransaction(db, async (tx) => {
    const identity = await findPasswordIdentity(tx, { email }, now);
    if (identity) await recordEvent(tx, passwordGuessed, { personId: identity.personId }, now);
    return ok();
  });
}
