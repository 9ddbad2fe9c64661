import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { NO_SEARCH_LOG } from "#app/domain/discovery/search-log.ts";
import { NO_FAILURE_TALLY } from "#app/domain/sign-in-failures/failure-tally.ts";
import { NO_INDEX } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import { insertSession } from "#app/domain/accounts/accounts.store.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { createPlacesGeocoder } from "#app/infra/geocoder-places.server.ts";
import { NO_IDENTITY_PROVIDERS } from "#app/infra/identity-providers.server.ts";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { createLogger } from "#app/infra/logger.server.ts";
import { createPdfRenderer } from "#app/infra/pdf/pdf-renderer.ts";
import { createPupilNumbers } from "#app/infra/pupil-numbers.server.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { createRateLimits } from "#app/infra/rate-limits.server.ts";
import { createReadiness } from "#app/domain/operations/readiness.server.ts";
import type { Municipality } from "#app/domain/reference/place.ts";
import type { Clock } from "#app/kernel/clock.ts";
import { sessionHeader } from "#app/web/session.server.ts";
import type { TestDatabase } from "./database.ts";

const RENNES: Municipality = {
  inseeCode: "35238",
  name: "Rennes",
  type: "commune",
  departmentCode: "35",
  postcodes: ["35000", "35200", "35700"],
  population: 222_000,
  latitude: 48.1147,
  longitude: -1.6794,
  approximate: false,
};

/** The application's context on a test database; the places known are those given. */
export function testApp(
  database: TestDatabase,
  clock: Clock,
  municipalities: Municipality[] = [RENNES],
): AppContext {
  const env = readEnv({
    SERVICE_MODE: "test",
    DATABASE_URL: database.url,
    LOG_LEVEL: "silent",
    RESEND_BASE_URL: "http://127.0.0.1:9",
    RESEND_WEBHOOK_SECRET: "whsec_b25seSBmb3IgdGVzdHMgb2Ygbm90aWNlcw==",
  });
  const places = createPlaceIndex(municipalities);
  return {
    env,
    db: database.db,
    clock,
    logger: createLogger(env.LOG_LEVEL),
    places,
    offerIndex: NO_INDEX,
    searchLog: NO_SEARCH_LOG,
    signInFailures: NO_FAILURE_TALLY,
    geocoder: createPlacesGeocoder(places),
    pdf: createPdfRenderer(),
    rateLimits: createRateLimits(database.db),
    readiness: createReadiness({ db: database.db, clock }),
    links: createLinkSigner(env.LINK_SECRET),
    secrets: createSecretBox(env.ENCRYPTION_KEY),
    providers: NO_IDENTITY_PROVIDERS,
    pupilNumbers: createPupilNumbers(env.PUPIL_NUMBER_KEY),
  };
}

/** The Cookie header of a person's browser, once signed in. */
export async function cookieOf(app: AppContext, personId: string, { verified = true } = {}): Promise<string> {
  const token = await insertSession(app.db, personId, app.clock.now(), verified);
  return (await sessionHeader(token, app)).split(";")[0] ?? "";
}

interface Visit {
  path: string;
  cookie?: string | undefined;
  form?: Record<string, string | string[]>;
  params?: Record<string, string>;
  /** Where the visit comes from. */
  from?: string;
}

/** What a Remix loader or action receives: a POST when a form is given, else a GET. */
export function routeArgs(app: AppContext, { path, cookie, form, params = {}, from = "127.0.0.1" }: Visit) {
  const headers = new Headers({ Accept: "text/html", ...(cookie ? { Cookie: cookie } : {}) });
  const body = form
    ? new URLSearchParams(
        Object.entries(form).flatMap(([name, value]) => [value].flat().map((item) => [name, item])),
      )
    : null;
  const request = new Request(`http://localhost:3000${path}`, {
    headers,
    ...(body ? { method: "POST", body } : {}),
  });
  return {
    request,
    params,
    context: { app, cspNonce: "test", clientAddress: from },
  };
}

/** The status that a route's answer would have, whether returned, thrown or plain data. */
export async function statusOf(
  answer: () => unknown,
): Promise<{ status: number; location: string | null; value: unknown }> {
  let value: unknown;
  try {
    value = await answer();
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    value = thrown;
  }
  if (value instanceof Response)
    return { status: value.status, location: value.headers.get("Location"), value };
  const init =
    typeof value === "object" && value !== null && "init" in value
      ? (value.init as ResponseInit | null)
      : null;
  return { status: init?.status ?? 200, location: null, value };
}
