import { randomBytes, timingSafeEqual } from "node:crypto";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { CodeFailure } from "./guardian.failures.ts";
import { ACCESS_MINUTES, CODE_TRIES, minutesAfter } from "./guardian-access.ts";
import { accessHashOf, countTry, findLastCode, useCode } from "./guardians.store.server.ts";

/**
 * The right code, typed in time, opens the letters for a while; gives the secret that only the representative's cookie keeps.
 * No transaction: each try is counted for good before it is judged, and a code is used by one request at most.
 */
export async function verifyLetterCode(
  { db, clock, links }: UseCaseContext & { links: LinkSigner },
  input: { guardianId: string; code: string },
): Promise<Result<{ secret: string; expiresAt: Date }, CodeFailure>> {
  const now = clock.now();
  const last = await findLastCode(db, input.guardianId);
  if (!last) return err({ code: "no_code" });
  if (last.usedAt) return err({ code: "already_used" });
  const tries = await countTry(db, last.id, now);
  if (tries === null) return err({ code: last.expiresAt <= now ? "no_code" : "too_many_tries" });
  if (!sameCode(input.code, links.codeFor(last.id))) {
    const triesLeft = CODE_TRIES - tries;
    return err(triesLeft > 0 ? { code: "wrong_code", triesLeft } : { code: "too_many_tries" });
  }
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = minutesAfter(now, ACCESS_MINUTES);
  const access = { usedAt: now, accessHash: accessHashOf(secret), accessExpiresAt: expiresAt };
  return (await useCode(db, last.id, access)) ? ok({ secret, expiresAt }) : err({ code: "already_used" });
}

/** Takes the same time wherever the first wrong digit is. */
function sameCode(typed: string, right: string): boolean {
  const [one, other] = [Buffer.from(typed), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
