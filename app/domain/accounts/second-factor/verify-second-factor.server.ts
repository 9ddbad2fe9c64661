import { and, eq, isNull } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { Queryable } from "#db/client.ts";
import { identities, recoveryCodes } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { SecondFactorFailure } from "../account.failures.ts";
import { findSecondFactorIdentity, findSession } from "../accounts.store.server.ts";
import type { Actor } from "../actor.ts";
import { openVerifiedSession } from "../open-session.server.ts";
import { stepOfCode } from "./check-totp.ts";
import { recoveryCodeHash } from "./recovery-codes.ts";
import { openTotpSecret } from "./totp-secret.ts";

type Context = UseCaseContext & { secrets: SecretBox };

export interface Verified {
  token: string;
  actor: Actor;
}

/**
 * Checks a code of six digits, or a recovery code, and replaces the half-open session by a verified one. With `singleUse`, a code of
 * six digits that already served is refused; a recovery code serves once in any case.
 */
export async function verifySecondFactor(
  { db, clock, secrets }: Context,
  input: { token: string; code: string; singleUse: boolean },
): Promise<Result<Verified, SecondFactorFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const session = await findSession(tx, input.token, now);
    if (!session) return err({ code: "no_session" });
    // Locked: of two uses of one code at the same instant, the second finds it used.
    const identity = await findSecondFactorIdentity(tx, session.personId, { lock: true });
    const secret = identity && openTotpSecret(secrets, identity);
    if (!secret) return err({ code: "wrong_code" });
    const step = await stepOfCode(secret, input.code, now);
    if (step === null) {
      if (!(await useRecoveryCode(tx, identity.id, input.code, now))) return err({ code: "wrong_code" });
    } else {
      if (input.singleUse && identity.totpLastStep !== null && step <= identity.totpLastStep)
        return err({ code: "wrong_code" });
      await tx.update(identities).set({ totpLastStep: step }).where(eq(identities.id, identity.id));
    }
    const verified = await openVerifiedSession(tx, input.token, session.personId, now);
    return verified ? ok(verified) : err({ code: "no_session" });
  });
}

async function useRecoveryCode(
  tx: Queryable,
  identityId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.codeHash, recoveryCodeHash(typed)),
        eq(recoveryCodes.identityId, identityId),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ codeHash: recoveryCodes.codeHash });
  return used.length > 0;
}
