import type { Failure, Result } from "#app/kernel/result.ts";

/** Federations that prove who someone is, as our addresses spell them. */
export const PROVIDERS = ["educonnect", "academie", "proconnect"] as const;
export type Provider = (typeof PROVIDERS)[number];

export function providerNamed(name: string | undefined): Provider | null {
  return PROVIDERS.find((one) => one === name) ?? null;
}

/** What ties an answer to the question: known to us alone until then. */
export interface Challenge {
  state: string;
  nonce: string;
  /** PKCE: the code is worth nothing without it. */
  verifier: string;
}

export interface Hints {
  /** Who is expected, so that they need not type their address again. */
  login?: string | undefined;
  siret?: string | undefined;
}

/** What the provider proved, once state, nonce, signature, issuer and audience are checked. */
export interface ProvenIdentity {
  subject: string;
  claims: Readonly<Record<string, unknown>>;
  /** The provider asked for two factors, and says so in a way that we accept. */
  secondFactor: boolean;
  /** Sent back at sign-out, so that the provider knows whose session ends. */
  idToken: string;
}

/**
 * `cancelled`: by the person, on the provider's pages. `unavailable`: down, slow or out of order. `untrusted`: what came back is not
 * what the provider signs for us. `weak`: proved by less than what was asked.
 */
export type ProviderFailure = Failure<"cancelled" | "unavailable" | "untrusted" | "weak">;

/** One federation, spoken to from outside any transaction. */
export interface IdentityProvider {
  /** Where the browser is sent. */
  authorizationUrl(challenge: Challenge, hints: Hints): Promise<Result<string, ProviderFailure>>;
  /** Exchanges what the browser brought back for an identity. */
  identify(answer: URLSearchParams, challenge: Challenge): Promise<Result<ProvenIdentity, ProviderFailure>>;
  /** Where the browser ends its session there and comes back; null when the provider has no such page, or does not answer. */
  endSessionUrl(idToken: string): Promise<string | null>;
}

/** The federations that this installation is declared to. */
export type IdentityProviders = Readonly<Partial<Record<Provider, IdentityProvider>>>;
