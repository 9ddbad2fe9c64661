import { openSearchLog } from "#app/domain/discovery/search-log.server.ts";
import { NO_SEARCH_LOG } from "#app/domain/discovery/search-log.ts";
import { openFailureTally } from "#app/domain/sign-in-failures/failure-tally.server.ts";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { listMunicipalities } from "#app/domain/reference/municipalities.queries.server.ts";
import { followSchools } from "#app/domain/reference/school-places-feed.server.ts";
import { NO_INDEX, openLiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import { systemClock, type Clock } from "#app/kernel/clock.ts";
import { openDatabase, PATIENCE, type Patience } from "#db/client.ts";
import { readPostcodes } from "#db/seed/reference/postcodes.ts";
import { refuseDemonstration, requireSchema } from "#db/usable-database.ts";
import type { AppContext } from "./app-context.server.ts";
import type { Env } from "./env.server.ts";
import { createGeocoder } from "./geocoder.server.ts";
import { createIdentityProviders } from "./identity-providers.server.ts";
import { createLinkSigner } from "./link-signer.server.ts";
import { createLogger } from "./logger.server.ts";
import { createPdfRenderer } from "./pdf/pdf-renderer.ts";
import { createPupilNumbers } from "./pupil-numbers.server.ts";
import { createRateLimits } from "./rate-limits.server.ts";
import { createSecretBox } from "./secret-box.server.ts";
import { createReadiness } from "#app/domain/operations/readiness.server.ts";

interface ContextOptions {
  clock?: Clock;
  poolSize?: number;
  /** How long a request waits for the database. */
  patience?: Patience;
  /** For a process that serves searches: holds the open offers in memory, loaded while it already serves, and notes searches. */
  indexOffers?: boolean;
}

/** Opens what a process needs for its whole life; `close` ends it. Throws a sentence for a database that it cannot use. */
export async function createAppContext(
  env: Env,
  { clock = systemClock, poolSize = 10, patience = PATIENCE, indexOffers = false }: ContextOptions = {},
): Promise<{ app: AppContext; close(): Promise<void> }> {
  const database = openDatabase(env.DATABASE_URL, { max: poolSize, patience });
  await refuseDemonstration(database.db, env.SERVICE_MODE)
    .then(() => requireSchema(database.db))
    .catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
  const ownConnection = openDatabase(env.DATABASE_URL, { max: 1, patience });
  const pdf = createPdfRenderer();
  const logger = createLogger(env.LOG_LEVEL);
  const places = createPlaceIndex(await listMunicipalities(database.db), readPostcodes());
  const offerIndex = indexOffers
    ? openLiveIndex({
        url: env.DATABASE_URL,
        onError: (error) => logger.error({ err: error }, "the index of offers is made again"),
      })
    : NO_INDEX;
  const schools = indexOffers
    ? followSchools({
        url: env.DATABASE_URL,
        places,
        onError: (error) => logger.error({ err: error }, "the lycées could not be read again"),
      })
    : null;
  const searchLog = indexOffers
    ? openSearchLog({
        db: database.db,
        places,
        onError: (error) => logger.warn({ err: error }, "some searches were not noted"),
      })
    : NO_SEARCH_LOG;
  const signInFailures = openFailureTally({
    db: database.db,
    onError: (error) => logger.warn({ err: error }, "refused sign-ins are counted later"),
  });
  const app: AppContext = {
    env,
    db: database.db,
    clock,
    logger,
    places,
    offerIndex,
    searchLog,
    signInFailures,
    geocoder: createGeocoder(env, { places, logger }),
    pdf,
    rateLimits: createRateLimits(database.db),
    readiness: createReadiness({ db: ownConnection.db, clock }),
    links: createLinkSigner(env.LINK_SECRET, env.LINK_SECRET_PREVIOUS),
    secrets: createSecretBox(env.ENCRYPTION_KEY, env.ENCRYPTION_KEY_PREVIOUS),
    providers: createIdentityProviders(env, { logger }),
    pupilNumbers: createPupilNumbers(env.PUPIL_NUMBER_KEY),
  };
  return {
    app,
    close: async () => {
      await Promise.all([offerIndex.close(), schools?.close()]);
      await searchLog.close();
      await signInFailures.close();
      await pdf.close();
      await Promise.all([database.close(), ownConnection.close()]);
    },
  };
}
