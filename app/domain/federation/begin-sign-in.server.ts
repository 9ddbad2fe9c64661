import { err, ok, type Result } from "#app/kernel/result.ts";
import type { FederationContext, Visit } from "./federation-context.ts";
import { insertFlow, newChallenge } from "./flows.store.server.ts";
import type { Hints, ProviderFailure } from "./identity-provider.ts";

export interface Departure extends Visit {
  /** A path of ours, checked as such. */
  returnTo: string | null;
  /** The link of a legal representative who comes from their page. */
  guardianToken: string | null;
  hints?: Hints;
}

/** Someone leaves for a federation: what the answer will be checked against is kept here, and the browser alone carries its half. */
export async function beginSignIn(
  { db, clock, secrets, providers }: FederationContext,
  { provider, browser, returnTo, guardianToken, hints = {} }: Departure,
): Promise<Result<string, ProviderFailure>> {
  const challenge = newChallenge();
  const url = await providers[provider]?.authorizationUrl(challenge, hints);
  if (!url) return err({ code: "unavailable" });
  if (!url.ok) return url;
  const flow = Object.assign({ returnTo, guardianToken }, challenge);
  await insertFlow({ db, secrets }, { provider, browser }, flow, clock.now());
  return ok(url.value);
}
