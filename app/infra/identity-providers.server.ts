import { LRUCache } from "lru-cache";
import * as openid from "openid-client";
import {
  PROVIDERS,
  type Challenge,
  type Hints,
  type IdentityProvider,
  type IdentityProviders,
  type Provider,
  type ProvenIdentity,
  type ProviderFailure,
} from "#app/domain/federation/identity-provider.ts";
import { describeFailure } from "#app/kernel/failure.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { paths } from "#app/paths.ts";
import type { Env } from "./env.server.ts";
import { providerSettings, type ProviderSettings } from "./identity-provider-settings.server.ts";
import type { Logger } from "./logger.server.ts";

/** Someone waits before an empty page. */
const TIMEOUT_SECONDS = 5;
/** By how much a provider's clock may differ from ours. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** How long what a provider publishes of itself is taken as known; its keys are asked for again as soon as one is unknown. */
const DISCOVERY_LIFE_MS = 3_600_000;

interface Options {
  logger: Logger;
  timeoutSeconds?: number;
}

/** The federations of the environment, spoken to in OpenID Connect: code flow with PKCE, state and nonce. */
export function createIdentityProviders(env: Env, options: Options): IdentityProviders {
  const settings = providerSettings(env);
  const providers: Partial<Record<Provider, IdentityProvider>> = {};
  for (const name of PROVIDERS) {
    const own = settings[name];
    if (!own) continue;
    const redirectUri = env.PUBLIC_URL + paths.federatedReturn(name);
    const signedOutUri = env.PUBLIC_URL + paths.signIn();
    providers[name] = createProvider(name, own, { redirectUri, signedOutUri }, options);
  }
  return providers;
}

/** The state of an installation that is declared to no federation. */
export const NO_IDENTITY_PROVIDERS: IdentityProviders = {};

interface Addresses {
  redirectUri: string;
  signedOutUri: string;
}

function createProvider(
  name: Provider,
  settings: ProviderSettings,
  { redirectUri, signedOutUri }: Addresses,
  options: Options,
): IdentityProvider {
  const discovered = openDiscovery(settings, options);

  /** What fails is told to the log by its kind and code: messages of the library quote what was received. */
  async function attempt<Value>(
    work: (config: openid.Configuration) => Promise<Result<Value, ProviderFailure>>,
  ): Promise<Result<Value, ProviderFailure>> {
    try {
      return await work(await discovered());
    } catch (error) {
      const code = failureOf(error);
      if (code !== "cancelled")
        options.logger.warn({ provider: name, code, failure: describeFailure(error) }, "sign-in refused");
      return err({ code });
    }
  }

  return {
    authorizationUrl: (challenge, hints) =>
      attempt(async (config) => {
        const parameters = await questionOf(settings, challenge, hints);
        parameters.set("redirect_uri", redirectUri);
        return ok(openid.buildAuthorizationUrl(config, parameters).href);
      }),
    identify: (answer, challenge) =>
      attempt(async (config) => {
        const proven = await exchange(config, new URL(`${redirectUri}?${answer.toString()}`), challenge);
        const secondFactor = settings.strongAcr.includes(proven.acr);
        if (settings.requiresStrong && !secondFactor) return err({ code: "weak" });
        const { subject, claims, idToken } = proven;
        return ok({ subject, claims, secondFactor, idToken });
      }),
    async endSessionUrl(idToken) {
      const url = await attempt(async (config) => {
        if (!config.serverMetadata().end_session_endpoint) return ok(null);
        const parameters = { id_token_hint: idToken, post_logout_redirect_uri: signedOutUri };
        return Promise.resolve(ok(openid.buildEndSessionUrl(config, parameters).href));
      });
      return url.ok ? url.value : null;
    },
  };
}

/** The provider as it describes itself, asked for once an hour; a failure is not kept. */
function openDiscovery(
  { issuer, clientId, clientSecret, signedUserinfo }: ProviderSettings,
  { timeoutSeconds = TIMEOUT_SECONDS }: Options,
): () => Promise<openid.Configuration> {
  const known = new LRUCache<string, openid.Configuration>({ max: 1, ttl: DISCOVERY_LIFE_MS });
  // Signatures are checked though TLS vouches for the answer already; plain http is for stand-ins, which production refuses.
  const checks = [openid.enableNonRepudiationChecks];
  if (issuer.startsWith("http://")) checks.push(openid.allowInsecureRequests);
  const metadata: Partial<openid.ClientMetadata> = {
    client_secret: clientSecret,
    [openid.clockTolerance]: CLOCK_TOLERANCE_SECONDS,
  };
  if (signedUserinfo) metadata.userinfo_signed_response_alg = "RS256";
  return async () => {
    const kept = known.get(issuer);
    if (kept) return kept;
    const config = await openid.discovery(new URL(issuer), clientId, metadata, undefined, {
      timeout: timeoutSeconds,
      execute: checks,
    });
    known.set(issuer, config);
    return config;
  };
}

async function questionOf(
  { scope, strongAcr, requiresStrong, parameters }: ProviderSettings,
  { state, nonce, verifier }: Challenge,
  hints: Hints,
): Promise<URLSearchParams> {
  const question = new URLSearchParams(parameters);
  question.set("scope", scope);
  question.set("state", state);
  question.set("nonce", nonce);
  question.set("code_challenge", await openid.calculatePKCECodeChallenge(verifier));
  question.set("code_challenge_method", "S256");
  if (requiresStrong)
    question.set("claims", JSON.stringify({ id_token: { acr: { essential: true, values: strongAcr } } }));
  if (hints.login) question.set("login_hint", hints.login);
  if (hints.siret) question.set("siret_hint", hints.siret);
  return question;
}

/** The library checks state, issuer, signature, audience, times and nonce, and that the userinfo is about the same person. */
async function exchange(
  config: openid.Configuration,
  answered: URL,
  { state, nonce, verifier }: Challenge,
): Promise<Pick<ProvenIdentity, "subject" | "claims" | "idToken"> & { acr: string }> {
  const tokens = await openid.authorizationCodeGrant(config, answered, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const told = tokens.claims();
  if (!told || !tokens.id_token) throw new Error("The provider sent no id_token");
  const userinfo = await openid.fetchUserInfo(config, tokens.access_token, told.sub);
  return {
    subject: told.sub,
    // The token of the session wins over what is told beside it.
    claims: Object.fromEntries([...Object.entries(userinfo), ...Object.entries(told)]),
    idToken: tokens.id_token,
    acr: typeof told.acr === "string" ? told.acr : "",
  };
}

const OUT_OF_ORDER = ["temporarily_unavailable", "server_error"];
const UNANSWERED = ["OAUTH_TIMEOUT", "OAUTH_ABORT"];

function failureOf(error: unknown): ProviderFailure["code"] {
  if (error instanceof openid.AuthorizationResponseError) {
    if (error.error === "access_denied") return "cancelled";
    return OUT_OF_ORDER.includes(error.error) ? "unavailable" : "untrusted";
  }
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && UNANSWERED.includes(String(current.code))) return "unavailable";
    if (current.message === "fetch failed") return "unavailable";
    if (current.cause instanceof Response && current.cause.status >= 500) return "unavailable";
  }
  return "untrusted";
}
