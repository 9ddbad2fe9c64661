import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Challenge, IdentityProvider } from "#app/domain/federation/identity-provider.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { createIdentityProviders } from "#app/infra/identity-providers.server.ts";
import { createLogger } from "#app/infra/logger.server.ts";
import { startHostileProvider, type HostileProvider } from "./hostile-provider.ts";

const challenge: Challenge = { state: "s".repeat(43), nonce: "n".repeat(43), verifier: "v".repeat(43) };
let hostile: HostileProvider;
let provider: IdentityProvider;

beforeAll(async () => {
  hostile = await startHostileProvider();
});
afterAll(() => hostile.close());

beforeEach(() => {
  hostile.script = {};
  hostile.nonce = challenge.nonce;
  hostile.asked.length = 0;
  provider = connect();
});

function connect(logger = createLogger("silent")): IdentityProvider {
  const env = readEnv({
    SERVICE_MODE: "test",
    DATABASE_URL: "postgres://nowhere/none",
    PUBLIC_URL: "http://localhost:3000",
    PROCONNECT_ISSUER: hostile.issuer,
    PROCONNECT_CLIENT_ID: "client",
    PROCONNECT_CLIENT_SECRET: "secret",
  });
  const { proconnect } = createIdentityProviders(env, {
    logger,
    timeoutSeconds: 0.3,
  });
  if (!proconnect) throw new Error("ProConnect is told, and not there");
  return proconnect;
}

/** What the browser brings back, unless told otherwise. */
const brought = (changes: Record<string, string> = {}) =>
  new URLSearchParams(Object.assign({ code: "code", state: challenge.state, iss: hostile.issuer }, changes));

const outcome = async (changes: Record<string, string> = {}) => {
  const identified = await provider.identify(brought(changes), challenge);
  return identified.ok ? "identified" : identified.error.code;
};

const LIES: [string, () => unknown, Record<string, string>][] = [
  ["another nonce", () => (hostile.nonce = "other"), {}],
  ["no nonce", () => (hostile.script.idToken = ({ nonce: _left, ...claims }) => claims), {}],
  ["an unsigned token", () => (hostile.script.signature = "none"), {}],
  ["a token signed by another key", () => (hostile.script.signature = "another_key"), {}],
  ["a userinfo signed by another key", () => (hostile.script.userinfoSignature = "another_key"), {}],
  ["a userinfo that nobody signed", () => (hostile.script.userinfoSignature = "plain_json"), {}],
  ["another state", () => null, { state: "x".repeat(43) }],
  ["the answer of another issuer", () => null, { iss: "https://other.example.org" }],
  ["a token of another issuer", () => said({ iss: "https://other.example.org" }), {}],
  ["a token for another service", () => said({ aud: "another-client" }), {}],
  ["a token over since a minute", () => said({ exp: Math.floor(Date.now() / 1000) - 60 }), {}],
  ["a token of ten minutes from now", () => said({ nbf: Math.floor(Date.now() / 1000) + 600 }), {}],
  [
    "a userinfo about somebody else",
    () => (hostile.script.userinfo = (claims) => Object.assign(claims, { sub: "another" })),
    {},
  ],
];

describe("a federation", () => {
  it("identifies who it signs for, by two factors", async () => {
    const identified = await provider.identify(brought(), challenge);
    expect(identified).toMatchObject({
      ok: true,
      value: { subject: "someone", secondFactor: true, claims: { given_name: "Ali", acr: "eidas1-mfa" } },
    });
  });

  it("is asked with PKCE, state, nonce, an essential acr and whom to expect", async () => {
    const url = await provider.authorizationUrl(challenge, {
      login: "a@example.org",
      siret: "12345678901234",
    });
    if (!url.ok) throw new Error(url.error.code);
    const question = Object.fromEntries(new URL(url.value).searchParams);
    expect(question).toMatchObject({
      response_type: "code",
      redirect_uri: "http://localhost:3000/connexion/proconnect/retour",
      state: challenge.state,
      nonce: challenge.nonce,
      code_challenge_method: "S256",
      login_hint: "a@example.org",
      siret_hint: "12345678901234",
      scope: "openid given_name usual_name email uid siret",
    });
    expect(question.code_challenge).not.toBe(challenge.verifier);
    expect(JSON.parse(question.claims ?? "")).toEqual({
      id_token: {
        acr: { essential: true, values: ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"] },
      },
    });
  });

  it("is discovered once for many people", async () => {
    await provider.authorizationUrl(challenge, {});
    await provider.authorizationUrl(challenge, {});
    expect(hostile.asked.filter((path) => path.startsWith("/.well-known"))).toHaveLength(1);
  });

  it("says where its own session ends", async () => {
    const url = new URL((await provider.endSessionUrl("a.b.c")) ?? "");
    expect(url.pathname).toBe("/end");
    expect(url.searchParams.get("id_token_hint")).toBe("a.b.c");
    expect(url.searchParams.get("post_logout_redirect_uri")).toBe("http://localhost:3000/connexion");
  });

  it.each(["eidas1", "eidas0", "", "eidas1-mfa "])(
    "is not believed by less than two factors: %s",
    async (acr) => {
      hostile.script.idToken = (claims) => Object.assign(claims, { acr });
      expect(await outcome()).toBe("weak");
    },
  );

  it("is not believed without acr, though it was asked for as essential", async () => {
    hostile.script.idToken = ({ acr: _left, ...claims }) => claims;
    expect(await outcome()).toBe("weak");
  });

  it.each(LIES)("is not believed with %s", async (_what, misbehave, changes) => {
    misbehave();
    expect(await outcome(changes)).toBe("untrusted");
  });

  it("is told to the log when it lies, without a word of what it sent", async () => {
    const lines: string[] = [];
    const logger = Object.assign(createLogger("silent"), {
      warn: (...told: unknown[]) => lines.push(JSON.stringify(told)),
    });
    provider = connect(logger);
    hostile.script.idToken = (claims) =>
      Object.assign(claims, { nonce: "told-to-nobody", sub: "told-to-nobody" });
    expect(await outcome()).toBe("untrusted");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("proconnect");
    for (const secret of ["told-to-nobody", challenge.state, challenge.nonce, challenge.verifier])
      expect(lines[0]).not.toContain(secret);
  });

  it("is forgiven a clock a few seconds late", async () => {
    said({ exp: Math.floor(Date.now() / 1000) - 10 });
    expect(await outcome()).toBe("identified");
  });

  it.each([
    ["access_denied", "cancelled"],
    ["temporarily_unavailable", "unavailable"],
    ["server_error", "unavailable"],
    ["invalid_request", "untrusted"],
  ])("that answers %s is told as %s", async (error, code) => {
    const answer = new URLSearchParams({ error, state: challenge.state, iss: hostile.issuer });
    expect(await provider.identify(answer, challenge)).toEqual({ ok: false, error: { code } });
  });

  it.each(["silent", "broken"] as const)(
    "that is %s is said to be unavailable, and asked again next time",
    async (outage) => {
      hostile.script.outage = outage;
      expect(await provider.authorizationUrl(challenge, {})).toEqual({
        ok: false,
        error: { code: "unavailable" },
      });
      hostile.script.outage = undefined;
      await provider.authorizationUrl(challenge, {});
      hostile.script.outage = outage;
      expect(await outcome()).toBe("unavailable");
      hostile.script.outage = undefined;
      expect(await outcome()).toBe("identified");
    },
  );
});

function said(changes: Record<string, unknown>): void {
  hostile.script.idToken = (claims) => Object.assign(claims, changes);
}
