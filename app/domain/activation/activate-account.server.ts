import { endSessions } from "#app/domain/accounts/accounts.store.server.ts";
import { passwordChanged } from "#app/domain/accounts/events.ts";
import { endOtherLinks, insertLink } from "#app/domain/accounts/links/links.store.server.ts";
import { openSession, type SignedIn } from "#app/domain/accounts/open-session.server.ts";
import { weaknessOf } from "#app/domain/accounts/password-strength.server.ts";
import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import { changePassword, insertNamedPassword } from "#app/domain/accounts/named-passwords.store.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { stateOfCode } from "./activation-code.ts";
import type { ActivateFailure } from "./activation.failures.ts";
import { findCode, lockOwner, markCodeUsed } from "./codes.store.server.ts";

export interface ActivateInput {
  codeId: string;
  password: string;
  /** Where to write from now on, once a link sent there has proved it. */
  email: string | null;
}

/**
 * Whoever holds a pupil's card chooses the password: of a new account, which gets a short name to sign in with, or of the one
 * that the pupil has and could not open any more. The code is spent, what was open elsewhere ends.
 */
export async function activateAccount(
  { db, clock }: UseCaseContext,
  { codeId, password, email }: ActivateInput,
): Promise<Result<SignedIn & { account: string }, ActivateFailure>> {
  const now = clock.now();
  const seen = await findCode(db, codeId);
  if (!seen || stateOfCode(seen, now) !== "valid") return err({ code: "over" });
  const { personId, firstName, lastName } = seen;
  const reason = weaknessOf(password, [firstName, lastName, email ?? ""]);
  if (reason) return err({ code: "weak_password", reason });
  // Outside the transaction: it takes a while, and nobody waits behind it.
  const passwordHash = await hashPassword(password);

  return inTransaction(db, async (tx) => {
    await lockOwner(tx, personId);
    const code = await findCode(tx, codeId, { lock: true });
    if (!code || stateOfCode(code, now) !== "valid") return err({ code: "over" });
    await markCodeUsed(tx, codeId, now);
    const known = await changePassword(tx, { personId, passwordHash });
    const account = known ?? (await insertNamedPassword(tx, { personId, firstName, passwordHash }, now));
    await endSessions(tx, personId);
    await endOtherLinks(tx, personId, now);
    if (known) await recordEvent(tx, passwordChanged, { personId }, now);
    if (email) await insertLink(tx, { purpose: "email_proof", personId, email }, now);
    return ok({ ...(await openSession(tx, personId, now)), account });
  });
}
