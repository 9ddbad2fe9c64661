import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { sessions } from "#db/schema/index.ts";
import {
  findActor,
  findAffiliations,
  findSecondFactorIdentity,
  insertSession,
  sessionHash,
} from "./accounts.store.server.ts";
import { needsSecondFactor, type Actor, type Role } from "./actor.ts";

export interface SignedIn {
  /** Secret of the new session: each sign-in makes a fresh one. */
  token: string;
  personId: string;
  /** The session stays closed until `verifySecondFactor` or `enrolSecondFactor` opens it. */
  secondFactorNeeded: boolean;
  roles: Role[];
}

/** A session for someone who has just proved who they are by one factor, or, with `proven`, by two. */
export async function openSession(
  tx: Queryable,
  personId: string,
  now: Date,
  { proven = false } = {},
): Promise<SignedIn> {
  const roles = (await findAffiliations(tx, personId, now)).map(({ role }) => role);
  const identity = await findSecondFactorIdentity(tx, personId);
  const hasSecret = identity !== null && identity.totpSecret !== null;
  const secondFactorNeeded = !proven && (hasSecret || needsSecondFactor(roles));
  const token = await insertSession(tx, personId, now, !secondFactorNeeded);
  return { token, personId, secondFactorNeeded, roles };
}

/** The second factor is given: a verified session, with a secret of its own, takes the place of the half-open one. */
export async function openVerifiedSession(
  tx: Queryable,
  token: string,
  personId: string,
  now: Date,
): Promise<{ token: string; actor: Actor } | null> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, sessionHash(token)));
  const actor = await findActor(tx, personId, now);
  return actor && { token: await insertSession(tx, personId, now, true), actor };
}
