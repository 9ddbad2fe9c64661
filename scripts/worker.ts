import { createAppContext } from "#app/infra/create-app-context.server.ts";
import { InvalidEnvironment, readEnv } from "#app/infra/env.server.ts";
import { startWorker } from "#app/jobs/worker.server.ts";

/** `npm run worker`: works off the queue until it is told to stop, and lets the jobs under way finish. */
async function main(): Promise<void> {
  const context = await createAppContext(readEnv(), { poolSize: 5 });
  const { app } = context;
  const worker = await startWorker(app);
  app.logger.info("the worker is ready");
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
  await Promise.race([asked, worker.finished]);
  await worker.stop();
  await context.close();
}

main().catch((error: unknown) => {
  const sentence = error instanceof InvalidEnvironment ? error.message : String(error);
  process.stderr.write(`✗ ${sentence}\n`);
  process.exitCode = 1;
});
