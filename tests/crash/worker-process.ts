import { readEnv } from "#app/infra/env.server.ts";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { createLogger } from "#app/infra/logger.server.ts";
import { createPdfRenderer } from "#app/infra/pdf/pdf-renderer.ts";
import { startWorker } from "#app/jobs/worker.server.ts";
import { openDatabase } from "#db/client.ts";

/** The real worker in a process of its own, for tests that kill it. Its clock starts at CLOCK_STARTS_AT. */
const ahead = Date.parse(process.env.CLOCK_STARTS_AT ?? "") - Date.now();
const env = readEnv();
const database = openDatabase(env.DATABASE_URL, { max: 4 });
const clock = { now: () => new Date(Date.now() + ahead) };
const worker = await startWorker({
  env,
  db: database.db,
  clock,
  logger: createLogger(env.LOG_LEVEL),
  pdf: createPdfRenderer(),
  links: createLinkSigner(env.LINK_SECRET),
});

process.once("SIGTERM", () => {
  void worker
    .stop()
    .then(() => database.close())
    .then(() => process.disconnect());
});
process.send?.("ready");
