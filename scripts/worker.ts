import { createAppContext } from "#app/infra/create-app-context.server.ts";
import { startWorker } from "#app/jobs/worker.server.ts";
import { readEnvOrStop, stopOnSignal } from "./support/service-process.ts";

/** `npm run worker`: works off the queue until it is told to stop, and lets the jobs under way finish. */
const { app, close } = await createAppContext(readEnvOrStop(), { poolSize: 5 });
const worker = await startWorker(app);
app.logger.info("worker started");
stopOnSignal(async () => {
  await worker.stop();
  await close();
});
// A worker that ends by itself is broken: whoever supervises it starts another.
worker.finished.catch(() => process.exit(1));
