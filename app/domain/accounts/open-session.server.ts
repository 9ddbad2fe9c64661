import type { Queryable } from "#db/client.ts";
import { findAffiliations, findPasswordIdentity, insertSession } from "./accounts.store.server.ts";
import { needsSecondFactor, type Role } from "./actor.ts";

export interface SignedIn {
  /** Secret of the new session: each sign-in makes a fresh one. */
  token: string;
  personId: string;
  /** The session stays closed until `verifySecondFactor` opens it. */
  secondFactorNeeded: boolean;
  roles: Role[];
}

/** A session for someone who has just proved who they are by one factor. */
export async function openSession(tx: Queryable, personId: string, now: Date): Promise<SignedIn> {
  const roles = (await findAffiliations(tx, personId, now)).map(({ role }) => role);
  const identity = await findPasswordIdentity(tx, { personId }, now);
  const hasSecret = identity !== null && identity.totpSecret !== null;
  const secondFactorNeeded = hasSecret || needsSecondFactor(roles);
  const token = await insertSession(tx, personId, now, !secondFactorNeeded);
  return { token, personId, secondFactorNeeded, roles };
}
