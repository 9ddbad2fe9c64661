import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { SignInFailure } from "./account.failures.ts";
import { findAffiliations, findPasswordIdentity, insertSession } from "./accounts.store.server.ts";
import { needsSecondFactor, type Role } from "./actor.ts";
import { passwordMatches } from "./passwords.server.ts";

export interface SignedIn {
  /** Secret of the new session: each sign-in makes a fresh one. */
  token: string;
  personId: string;
  /** The session stays closed until `verifySecondFactor` opens it. */
  secondFactorNeeded: boolean;
  roles: Role[];
}

/** Opens a session for an address and its password; an unknown address and a wrong password answer alike. */
export async function signIn(
  { db, clock }: UseCaseContext,
  input: { email: string; password: string },
): Promise<Result<SignedIn, SignInFailure>> {
  const now = clock.now();
  const identity = await findPasswordIdentity(db, { email: input.email }, now);
  const matches = await passwordMatches(identity?.passwordHash ?? null, input.password);
  if (!identity || !matches) return err({ code: "invalid_credentials" });

  return inTransaction(db, async (tx) => {
    const roles = (await findAffiliations(tx, identity.personId, now)).map(({ role }) => role);
    const secondFactorNeeded = identity.totpSecret !== null || needsSecondFactor(roles);
    const token = await insertSession(tx, identity.personId, now, !secondFactorNeeded);
    return ok({ token, personId: identity.personId, secondFactorNeeded, roles });
  });
}
