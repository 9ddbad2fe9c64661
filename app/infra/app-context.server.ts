import type { AgreementPdfRenderer } from "#app/domain/agreements/document/agreement-document.ts";
import type { CardSheetPrinter } from "#app/domain/activation/card-sheet.ts";
import type { PersonalRecordPrinter } from "#app/domain/personal-data/own-data.ts";
import type { SearchLog } from "#app/domain/discovery/search-log.ts";
import type { FailureTally } from "#app/domain/sign-in-failures/failure-tally.ts";
import type { IdentityProviders } from "#app/domain/federation/identity-provider.ts";
import type { PupilNumbers } from "#app/domain/federation/pupil-numbers.ts";
import type { Geocoder } from "#app/domain/reference/geocoder.ts";
import type { PlaceIndex } from "#app/domain/reference/place-index.ts";
import type { LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { Clock } from "#app/kernel/clock.ts";
import type { Database } from "#db/client.ts";
import type { Env } from "./env.server.ts";
import type { Logger } from "./logger.server.ts";
import type { RateLimits } from "./rate-limits.server.ts";
import type { Readiness } from "#app/domain/operations/readiness.server.ts";

/** Everything a process opens once at its start and hands to routes, jobs and scripts. */
export interface AppContext {
  env: Env;
  db: Database;
  clock: Clock;
  logger: Logger;
  places: PlaceIndex;
  /** Open offers in memory, in the processes that serve searches. */
  offerIndex: LiveIndex;
  /** Notes searches for statistics, in the processes that serve them. */
  searchLog: SearchLog;
  /** Counts those who are not let in. */
  signInFailures: FailureTally;
  geocoder: Geocoder;
  pdf: AgreementPdfRenderer & PersonalRecordPrinter & CardSheetPrinter;
  rateLimits: RateLimits;
  readiness: Readiness;
  links: LinkSigner;
  secrets: SecretBox;
  /** Federations by which people sign in. */
  providers: IdentityProviders;
  pupilNumbers: PupilNumbers;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    app: AppContext;
    cspNonce: string;
    /** Network address of the client, for rate limits; logs tell its network only. */
    clientAddress: string;
    /** Names the request in logs. */
    requestId?: string;
    /** When to come back, as the first refusal of this request said. */
    retryAfter?: string | null;
  }
}
