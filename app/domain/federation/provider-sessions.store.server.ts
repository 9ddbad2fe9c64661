import { and, eq, gt, isNull } from "drizzle-orm";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { Queryable } from "#db/client.ts";
import { providerSessions } from "#db/schema/index.ts";
import type { Visit } from "./federation-context.ts";
import { hashOf } from "./flows.store.server.ts";

/** As long as a session lasts here, and at ProConnect. */
const LIFE_MS = 12 * 3_600_000;
/** How long after signing out here the way out of the federation is shown. */
const WAY_OUT_MS = 5 * 60_000;

interface Store {
  db: Queryable;
  secrets: SecretBox;
}

const placeOf = (browserHash: string) => `provider-session:${browserHash}`;

/** What ends, at the federation, the session that has just been opened here. */
export async function keepProviderSession(
  { db, secrets }: Store,
  { provider, browser, personId, idToken }: Visit & { personId: string; idToken: string },
  now: Date,
): Promise<void> {
  const browserHash = hashOf(browser);
  const row = {
    provider,
    personId,
    sealedIdToken: secrets.seal(placeOf(browserHash), idToken),
    expiresAt: new Date(now.getTime() + LIFE_MS),
    signedOutAt: null,
  };
  await db
    .insert(providerSessions)
    .values(Object.assign({ browserHash }, row))
    .onConflictDoUpdate({ target: providerSessions.browserHash, set: row });
}

/** The federation at which this person is still signed in, in this browser; from now on they have signed out here. */
export async function closeProviderSession(
  db: Queryable,
  { browser, personId }: { browser: string; personId: string },
  now: Date,
) {
  const [row] = await db
    .update(providerSessions)
    .set({ signedOutAt: now })
    .where(
      and(
        eq(providerSessions.browserHash, hashOf(browser)),
        eq(providerSessions.personId, personId),
        gt(providerSessions.expiresAt, now),
        isNull(providerSessions.signedOutAt),
      ),
    )
    .returning({ provider: providerSessions.provider });
  return row?.provider ?? null;
}

/** The token to give back to a federation where someone who has just signed out here is still signed in. */
export async function findClosedIdToken(
  { db, secrets }: Store,
  { provider, browser }: Visit,
  now: Date,
): Promise<string | null> {
  const browserHash = hashOf(browser);
  const [row] = await db
    .select({ sealed: providerSessions.sealedIdToken })
    .from(providerSessions)
    .where(
      and(
        eq(providerSessions.browserHash, browserHash),
        eq(providerSessions.provider, provider),
        gt(providerSessions.signedOutAt, new Date(now.getTime() - WAY_OUT_MS)),
      ),
    );
  return row ? secrets.open(placeOf(browserHash), row.sealed) : null;
}
