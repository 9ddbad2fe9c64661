import { eq } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { identities } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import type { ChangePasswordFailure } from "../account.failures.ts";
import { endSessions, findPasswordIdentity, insertSession } from "../accounts.store.server.ts";
import { passwordChanged } from "../events.ts";
import { endOtherLinks } from "../links/links.store.server.ts";
import { weaknessOf } from "../password-strength.server.ts";
import { hashPassword, passwordMatches } from "../passwords.server.ts";

/**
 * Someone signed in chooses another password, and knows the one before: every session and link of theirs ends, this browser gets a
 * new one, and their mailbox is told.
 */
export async function changePassword(
  { db, clock, actor }: ActorContext,
  input: { current: string; password: string },
): Promise<Result<{ token: string }, ChangePasswordFailure>> {
  const now = clock.now();
  const { personId, firstName, lastName } = actor;
  const identity = await findPasswordIdentity(db, { personId }, now);
  const matches = await passwordMatches(identity?.passwordHash ?? null, input.current);
  if (!identity || !matches) return err({ code: "wrong_password" });
  const reason = weaknessOf(input.password, [firstName, lastName, identity.subject]);
  if (reason) return err({ code: "weak_password", reason });
  // Outside the transaction: it takes a while, and nobody waits behind it.
  const passwordHash = await hashPassword(input.password);
  return inTransaction(db, async (tx) => {
    const current = await findPasswordIdentity(tx, { personId }, now, { lock: true });
    // Changed meanwhile, in another tab or by a link.
    if (current?.passwordHash !== identity.passwordHash) return err({ code: "wrong_password" });
    await tx.update(identities).set({ passwordHash }).where(eq(identities.id, identity.id));
    await endSessions(tx, personId);
    await endOtherLinks(tx, personId, now);
    await recordEvent(tx, passwordChanged, { personId }, now);
    return ok({ token: await insertSession(tx, personId, now, true) });
  });
}
