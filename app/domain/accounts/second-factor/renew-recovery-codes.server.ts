import { eq } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { recoveryCodes } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { findPasswordIdentity } from "../accounts.store.server.ts";
import { passwordMatches } from "../passwords.server.ts";
import { insertRecoveryCodes } from "./recovery-codes.store.server.ts";

/** New recovery codes in place of those before, which are worth nothing any more; whoever asks knows the password. */
export async function renewRecoveryCodes(
  { db, clock, actor }: ActorContext,
  { current }: { current: string },
): Promise<Result<string[], Failure<"wrong_password">>> {
  const now = clock.now();
  const found = await findPasswordIdentity(db, { personId: actor.personId }, now);
  const matches = await passwordMatches(found?.passwordHash ?? null, current);
  return inTransaction(db, async (tx) => {
    const identity = await findPasswordIdentity(tx, { personId: actor.personId }, now, { lock: true });
    if (!matches || !identity?.totpSecret) return err({ code: "wrong_password" });
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.identityId, identity.id));
    return ok(await insertRecoveryCodes(tx, identity.id, now));
  });
}
