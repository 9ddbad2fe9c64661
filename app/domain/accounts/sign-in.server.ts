import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { SignInFailure } from "./account.failures.ts";
import { findPasswordIdentity } from "./accounts.store.server.ts";
import { openSession, type SignedIn } from "./open-session.server.ts";
import { passwordMatches } from "./passwords.server.ts";

/** Opens a session for an address and its password; an unknown address and a wrong password answer alike. */
export async function signIn(
  { db, clock }: UseCaseContext,
  input: { email: string; password: string },
): Promise<Result<SignedIn, SignInFailure>> {
  const now = clock.now();
  const identity = await findPasswordIdentity(db, { email: input.email }, now);
  const matches = await passwordMatches(identity?.passwordHash ?? null, input.password);
  if (!identity || !matches) return err({ code: "invalid_credentials" });
  return inTransaction(db, async (tx) => ok(await openSession(tx, identity.personId, now)));
}
