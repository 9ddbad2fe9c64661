import { readEnv } from "#app/infra/env.server.ts";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { createLogger } from "#app/infra/logger.server.ts";
import { createPdfRenderer } from "#app/infra/pdf/pdf-renderer.ts";
import { createPupilNumbers } from "#app/infra/pupil-numbers.server.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import "#app/domain/notifications/compose/dispatch-event.server.ts";
import { superviseWorker } from "#app/jobs/supervise-worker.server.ts";
import { openDatabase } from "#db/client.ts";
import { startWhenTold } from "./start-when-told.ts";

/** The real worker in a process of its own, for tests that kill it. */
await startWhenTold(async (clock) => {
  const env = readEnv();
  const database = openDatabase(env.DATABASE_URL, { max: 4 });
  const worker = await superviseWorker({
    env,
    db: database.db,
    clock,
    logger: createLogger(env.LOG_LEVEL),
    pdf: createPdfRenderer(),
    links: createLinkSigner(env.LINK_SECRET),
    secrets: createSecretBox(env.ENCRYPTION_KEY),
    pupilNumbers: createPupilNumbers(env.PUPIL_NUMBER_KEY),
  });
  return async () => {
    await worker.stop();
    await database.close();
  };
});
