import { createHash } from "node:crypto";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { Queryable } from "#db/client.ts";
import { spentChallenges } from "#db/schema/index.ts";

/** How long a page's challenge can be answered: the time to find one's telephone. */
export const CHALLENGE_MS = 10 * 60_000;

/** What a challenge is for: anyone to sign in, or one person to add a passkey. */
export type ChallengePurpose = "enter" | `add ${string}`;

/**
 * What an authenticator is to sign (base64url). Sealed with its end inside, so that showing a page writes nothing, and one that
 * we did not make is told at once.
 */
export function newChallenge(
  secrets: SecretBox,
  purpose: ChallengePurpose,
  now: Date,
): Uint8Array<ArrayBuffer> {
  const sealed = secrets.seal(placeOf(purpose), String(now.getTime() + CHALLENGE_MS));
  return new Uint8Array(Buffer.from(sealed, "utf8"));
}

/** When a challenge of ours ends, or null for one that is not ours, is for something else, or is over. */
export function endOfChallenge(
  secrets: SecretBox,
  purpose: ChallengePurpose,
  challenge: string,
  now: Date,
): Date | null {
  const ends = Number(
    secrets.open(placeOf(purpose), Buffer.from(challenge, "base64url").toString("utf8")) ?? 0,
  );
  return ends > now.getTime() ? new Date(ends) : null;
}

/** Whether this challenge is answered for the first time. */
export async function spendChallenge(tx: Queryable, challenge: string, expiresAt: Date): Promise<boolean> {
  const challengeHash = createHash("sha256").update(challenge).digest("hex");
  const spent = await tx
    .insert(spentChallenges)
    .values({ challengeHash, expiresAt })
    .onConflictDoNothing()
    .returning({ challengeHash: spentChallenges.challengeHash });
  return spent.length > 0;
}

function placeOf(purpose: ChallengePurpose): string {
  return `passkey:${purpose}`;
}
