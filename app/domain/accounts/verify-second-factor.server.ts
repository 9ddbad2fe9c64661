import { eq } from "drizzle-orm";
import { createGuardrails, verify } from "otplib";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { identities, sessions } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { SecondFactorFailure } from "./account.failures.ts";
import {
  findActor,
  findPasswordIdentity,
  findSession,
  insertSession,
  sessionHash,
} from "./accounts.store.server.ts";
import type { Actor } from "./actor.ts";
import { openTotpSecret } from "./totp-secret.ts";

const STEP_SECONDS = 30;
/** The shared secret of the demonstration has ten bytes, the length that authenticator applications long used. */
export const totpGuardrails = createGuardrails({ MIN_SECRET_BYTES: 10 });

/**
 * Checks a six-digit code (RFC 6238, SHA-1, 30 s, one step of tolerance) and replaces the half-open session
 * by a verified one. With `singleUse`, a code that already served is refused.
 */
export async function verifySecondFactor(
  { db, clock, secrets }: UseCaseContext & { secrets: SecretBox },
  input: { token: string; code: string; singleUse: boolean },
): Promise<Result<{ token: string; actor: Actor }, SecondFactorFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const session = await findSession(tx, input.token, now);
    if (!session) return err({ code: "no_session" });
    // Locked: of two uses of one code at the same instant, the second finds it used.
    const identity = await findPasswordIdentity(tx, { personId: session.personId }, now, { lock: true });
    const epoch = Math.floor(now.getTime() / 1000);
    const secret = identity && openTotpSecret(secrets, identity);
    if (!secret || !/^\d{6}$/.test(input.code)) return err({ code: "wrong_code" });
    const outcome = await verify({
      secret,
      token: input.code,
      epoch,
      epochTolerance: STEP_SECONDS,
      guardrails: totpGuardrails,
    });
    if (!outcome.valid) return err({ code: "wrong_code" });

    const step = Math.floor(epoch / STEP_SECONDS) + outcome.delta;
    if (input.singleUse && identity.totpLastStep !== null && step <= identity.totpLastStep)
      return err({ code: "wrong_code" });
    await tx.update(identities).set({ totpLastStep: step }).where(eq(identities.id, identity.id));
    await tx.delete(sessions).where(eq(sessions.tokenHash, sessionHash(input.token)));
    const actor = await findActor(tx, session.personId, now);
    if (!actor) return err({ code: "no_session" });
    return ok({ token: await insertSession(tx, session.personId, now, true), actor });
  });
}
