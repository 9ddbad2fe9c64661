import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { listMunicipalities } from "#app/domain/reference/municipalities.queries.server.ts";
import { systemClock, type Clock } from "#app/kernel/clock.ts";
import { openDatabase } from "#db/client.ts";
import type { AppContext } from "./app-context.server.ts";
import type { Env } from "./env.server.ts";
import { createGeocoder } from "./geocoder.server.ts";
import { createLinkSigner } from "./link-signer.server.ts";
import { createLogger } from "./logger.server.ts";
import { createPdfRenderer } from "./pdf/pdf-renderer.ts";
import { createRateLimits } from "./rate-limits.server.ts";

/** Opens what a process needs for its whole life; `close` ends it. The database is already migrated. */
export async function createAppContext(
  env: Env,
  { clock = systemClock, poolSize = 10 }: { clock?: Clock; poolSize?: number } = {},
): Promise<{ app: AppContext; close(): Promise<void> }> {
  const database = openDatabase(env.DATABASE_URL, { max: poolSize });
  const pdf = createPdfRenderer();
  const logger = createLogger(env.LOG_LEVEL);
  const places = createPlaceIndex(await listMunicipalities(database.db));
  const app: AppContext = {
    env,
    db: database.db,
    clock,
    logger,
    places,
    geocoder: createGeocoder(env, { places, logger }),
    pdf,
    rateLimits: createRateLimits(database.db),
    links: createLinkSigner(env.LINK_SECRET),
  };
  return {
    app,
    close: async () => {
      await pdf.close();
      await database.close();
    },
  };
}
