import { createGuardrails, verify } from "otplib";

const STEP_SECONDS = 30;
/** The shared secret of the demonstration has ten bytes, the length that authenticator applications long used. */
export const totpGuardrails = createGuardrails({ MIN_SECRET_BYTES: 10 });

/** The step that a code of six digits stands for (RFC 6238, SHA-1, 30 s, one step of tolerance), or null for a wrong one. */
export async function stepOfCode(secret: string, code: string, now: Date): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const outcome = await verify({
    secret,
    token: code,
    epoch,
    epochTolerance: STEP_SECONDS,
    guardrails: totpGuardrails,
  });
  return outcome.valid ? Math.floor(epoch / STEP_SECONDS) + outcome.delta : null;
}
