import { beginSignIn, type Departure } from "#app/domain/federation/begin-sign-in.server.ts";
import { completeSignIn } from "#app/domain/federation/complete-sign-in.server.ts";
import type {
  Challenge,
  Hints,
  IdentityProvider,
  Provider,
  ProvenIdentity,
  ProviderFailure,
} from "#app/domain/federation/identity-provider.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import type { Database } from "#db/client.ts";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { createPupilNumbers } from "#app/infra/pupil-numbers.server.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

export type Claims = Record<string, string | string[]>;

interface ScriptedProvider extends IdentityProvider {
  /** What it proves, or why it does not, the next times. */
  answer: Result<ProvenIdentity, ProviderFailure>;
  asked: { challenge: Challenge; hints: Hints }[];
}

/** A federation that proves what the test says; whether it may be believed is the adapter's own test. */
export function scriptedProvider(): ScriptedProvider {
  const provider: ScriptedProvider = {
    answer: { ok: false, error: { code: "unavailable" } },
    asked: [],
    authorizationUrl: (challenge, hints) => {
      provider.asked.push({ challenge, hints });
      return Promise.resolve(ok(`https://provider.example.org/auth?state=${challenge.state}`));
    },
    identify: () => Promise.resolve(provider.answer),
    endSessionUrl: (idToken) => Promise.resolve(`https://provider.example.org/end?hint=${idToken}`),
  };
  return provider;
}

let browsers = 0;
/** A browser that has never been here. */
export function newBrowser(): string {
  browsers += 1;
  return `browser-${browsers}`.padEnd(43, "b");
}

const key = Buffer.from("tests-only-key-0000-0000-0000-00").toString("base64");

/** Three federations, and people who come back from them. */
export function federationStory(db: Database) {
  const clock = fakeClock();
  const providers = {
    educonnect: scriptedProvider(),
    academie: scriptedProvider(),
    proconnect: scriptedProvider(),
  };
  const ctx = {
    db,
    clock,
    providers,
    secrets: createSecretBox(key),
    links: createLinkSigner("tests-only-link-secret-000000000000"),
    pupilNumbers: createPupilNumbers(key),
  };

  interface Arrival {
    subject?: string;
    claims: Claims;
    secondFactor?: boolean;
    browser?: string;
    returnTo?: string | null;
    guardianToken?: string | null;
  }

  /** Leaves for a federation: what its answer will bear. */
  async function leave(departure: Departure): Promise<URLSearchParams> {
    const url = await beginSignIn(ctx, departure);
    if (!url.ok) throw new Error(url.error.code);
    return new URL(url.value).searchParams;
  }

  /** Leaves for a federation and brings back what it proves. */
  async function arrive(provider: Provider, arrival: Arrival) {
    const { subject = generateSubject(), claims, secondFactor = false, browser = newBrowser() } = arrival;
    const { returnTo = null, guardianToken = null } = arrival;
    const answer = await leave({ provider, browser, returnTo, guardianToken });
    providers[provider].answer = ok({ subject, claims, secondFactor, idToken: `token-of-${subject}` });
    const outcome = await completeSignIn(ctx, { provider, browser, answer });
    return { outcome, answer, visit: { provider, browser }, subject };
  }

  return { ctx, clock, providers, make: factories(db, clock), leave, arrive };
}

let subjects = 0;
function generateSubject(): string {
  subjects += 1;
  return `subject-${subjects}`;
}
