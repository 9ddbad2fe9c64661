import type { FederationContext, Visit } from "./federation-context.ts";
import { forgetArrivals } from "./arrivals.store.server.ts";
import type { Provider } from "./identity-provider.ts";
import { closeProviderSession, findClosedIdToken } from "./provider-sessions.store.server.ts";

/** Someone signs out here: where they are to sign out too, and nothing is left of an arrival for the next person at this machine. */
export async function endProviderSession(
  { db, clock }: FederationContext,
  { browser, personId }: { browser: string; personId: string },
): Promise<Provider | null> {
  await forgetArrivals(db, browser);
  return closeProviderSession(db, { browser, personId }, clock.now());
}

/** Where the federation ends its own session; null when it has no such page, or when nobody has just signed out here. */
export async function findProviderWayOut(ctx: FederationContext, visit: Visit): Promise<string | null> {
  const idToken = await findClosedIdToken(ctx, visit, ctx.clock.now());
  return idToken === null ? null : ((await ctx.providers[visit.provider]?.endSessionUrl(idToken)) ?? null);
}
