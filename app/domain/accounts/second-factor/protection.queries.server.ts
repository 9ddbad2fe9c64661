import { and, count, eq, isNull } from "drizzle-orm";
import { recoveryCodes } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";
import { findPasswordIdentity } from "../accounts.store.server.ts";

export interface Protection {
  /** A password of ours opens the account. */
  hasPassword: boolean;
  hasSecondFactor: boolean;
  recoveryCodesLeft: number;
}

/** How the account of the person signed in is protected. */
export async function getProtection({ db, clock, actor }: ActorContext): Promise<Protection> {
  const identity = await findPasswordIdentity(db, { personId: actor.personId }, clock.now());
  if (!identity) return { hasPassword: false, hasSecondFactor: false, recoveryCodesLeft: 0 };
  const [left] = await db
    .select({ count: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.identityId, identity.id), isNull(recoveryCodes.usedAt)));
  return {
    hasPassword: true,
    hasSecondFactor: identity.totpSecret !== null,
    recoveryCodesLeft: left?.count ?? 0,
  };
}
