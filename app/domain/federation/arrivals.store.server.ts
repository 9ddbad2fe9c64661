import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { Queryable } from "#db/client.ts";
import { federationArrivals } from "#db/schema/index.ts";
import { arrivalSchema } from "./arrival.ts";
import type { Visit } from "./federation-context.ts";
import { hashOf } from "./flows.store.server.ts";

/** The time to prove the other end by a link sent by e-mail, and no more: machines are shared. */
const LIFE_MS = 15 * 60_000;

const kept = z.object({
  who: arrivalSchema,
  /** SHA-256 of the federation's subject. */
  subject: z.string(),
  secondFactor: z.boolean(),
  idToken: z.string(),
  returnTo: z.string().nullable(),
  guardianToken: z.string().nullable(),
});
export type KeptArrival = z.infer<typeof kept>;

interface Store {
  db: Queryable;
  secrets: SecretBox;
}

const placeOf = (browserHash: string, provider: string) => `federation-arrival:${provider}:${browserHash}`;

/** In place of the one before in this browser. */
export async function saveArrival(
  { db, secrets }: Store,
  { provider, browser }: Visit,
  arrival: KeptArrival,
  now: Date,
): Promise<void> {
  const browserHash = hashOf(browser);
  const sealed = secrets.seal(placeOf(browserHash, provider), JSON.stringify(arrival));
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  await db
    .insert(federationArrivals)
    .values({ browserHash, provider, sealed, expiresAt })
    .onConflictDoUpdate({
      target: [federationArrivals.browserHash, federationArrivals.provider],
      set: { sealed, expiresAt },
    });
}

export async function findArrival(
  { db, secrets }: Store,
  visit: Visit,
  now: Date,
): Promise<KeptArrival | null> {
  const [row] = await db.select().from(federationArrivals).where(ofVisit(visit, now));
  return row ? open(secrets, row) : null;
}

/** The arrival, taken by this transaction: of two presses at the same instant, the second finds nothing. */
export async function takeArrival(
  { db, secrets }: Store,
  visit: Visit,
  now: Date,
): Promise<KeptArrival | null> {
  const [row] = await db.delete(federationArrivals).where(ofVisit(visit, now)).returning();
  return row ? open(secrets, row) : null;
}

/** Whoever uses this browser next finds nobody else's arrival. */
export async function forgetArrivals(db: Queryable, browser: string): Promise<void> {
  await db.delete(federationArrivals).where(eq(federationArrivals.browserHash, hashOf(browser)));
}

function ofVisit({ provider, browser }: Visit, now: Date) {
  return and(
    eq(federationArrivals.browserHash, hashOf(browser)),
    eq(federationArrivals.provider, provider),
    gt(federationArrivals.expiresAt, now),
  );
}

function open(
  secrets: SecretBox,
  { browserHash, provider, sealed }: typeof federationArrivals.$inferSelect,
): KeptArrival | null {
  const opened = secrets.open(placeOf(browserHash, provider), sealed);
  return opened === null ? null : kept.parse(JSON.parse(opened));
}
