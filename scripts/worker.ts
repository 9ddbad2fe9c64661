import { createAppContext } from "#app/infra/create-app-context.server.ts";
import { startProbe } from "#app/infra/worker-probe.server.ts";
import { superviseWorker } from "#app/jobs/supervise-worker.server.ts";
import { WORKER_PATIENCE } from "#db/client.ts";
import { requireSameTime } from "#db/usable-database.ts";
import { runService, stopOnSignal, Unstartable } from "./support/service-process.ts";

/** A job that is longer is cut, and done again by another worker. */
const STOP_LIMIT_MS = 120_000;

/** `npm run worker`: works off the queue until it is told to stop, and lets the jobs under way finish. */
await runService(async (env) => {
  if (env.SERVICE_MODE !== "production" && !env.RESEND_BASE_URL)
    throw new Unstartable(
      "RESEND_BASE_URL : obligatoire hors production, où les e-mails ne vont qu’à un remplaçant.",
    );
  const { app, close } = await createAppContext(env, { poolSize: 5, patience: WORKER_PATIENCE });
  await requireSameTime(app.db, app.clock);
  const worker = await superviseWorker(app);
  const probe = env.WORKER_PORT
    ? await startProbe(env.WORKER_PORT, { readiness: app.readiness, isWorking: () => worker.working })
    : null;
  app.logger.info("worker started");
  stopOnSignal(async () => {
    app.readiness.announceStop();
    await worker.stop();
    await probe?.close();
    await close();
  }, STOP_LIMIT_MS);
});
