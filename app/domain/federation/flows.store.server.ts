import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { Queryable } from "#db/client.ts";
import { federationFlows } from "#db/schema/index.ts";
import type { Visit } from "./federation-context.ts";
import type { Challenge } from "./identity-provider.ts";

/** The time to find a password on the provider's pages. */
const LIFE_MS = 10 * 60_000;

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

export function newChallenge(): Challenge {
  const random = () => randomBytes(32).toString("base64url");
  return { state: random(), nonce: random(), verifier: random() };
}

const errand = z.object({
  nonce: z.string(),
  verifier: z.string(),
  /** A path of ours, to go to afterwards. */
  returnTo: z.string().nullable(),
  /** A legal representative's link, as this browser holds it. */
  guardianToken: z.string().nullable(),
});
type Errand = z.infer<typeof errand>;
export type Flow = Challenge & Errand;

const placeOf = (stateHash: string) => `federation-flow:${stateHash}`;

export async function insertFlow(
  { db, secrets }: { db: Queryable; secrets: SecretBox },
  { provider, browser }: Visit,
  { state, nonce, verifier, returnTo, guardianToken }: Flow,
  now: Date,
): Promise<void> {
  const stateHash = hashOf(state);
  const sealed = secrets.seal(
    placeOf(stateHash),
    JSON.stringify({ nonce, verifier, returnTo, guardianToken } satisfies Errand),
  );
  await db.insert(federationFlows).values({
    stateHash,
    browserHash: hashOf(browser),
    provider,
    sealed,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LIFE_MS),
  });
}

/** Takes the flow that this answer belongs to: it serves once, in the browser that began it. */
export async function takeFlow(
  { db, secrets }: { db: Queryable; secrets: SecretBox },
  { provider, browser, state }: Visit & { state: string },
  now: Date,
): Promise<Flow | null> {
  const stateHash = hashOf(state);
  const [flow] = await db
    .delete(federationFlows)
    .where(
      and(
        eq(federationFlows.stateHash, stateHash),
        eq(federationFlows.browserHash, hashOf(browser)),
        eq(federationFlows.provider, provider),
        gt(federationFlows.expiresAt, now),
      ),
    )
    .returning({ sealed: federationFlows.sealed });
  const opened = flow ? secrets.open(placeOf(stateHash), flow.sealed) : null;
  if (opened === null) return null;
  return Object.assign(errand.parse(JSON.parse(opened)), { state });
}
