import { generate } from "otplib";
import { DEMONSTRATION_TOTP_SECRET } from "#app/domain/accounts/demonstration-accounts.ts";
import { totpGuardrails } from "./check-totp.ts";

/** The code that an authenticator application would show at this instant for the demonstration's shared secret. */
export function demonstrationCode(now: Date): Promise<string> {
  return generate({
    secret: DEMONSTRATION_TOTP_SECRET,
    epoch: Math.floor(now.getTime() / 1000),
    guardrails: totpGuardrails,
  });
}
