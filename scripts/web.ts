import fs from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createAppContext } from "#app/infra/create-app-context.server.ts";
import { startHttpServer } from "#app/web/http-server.server.ts";
import { runService, stopOnSignal, Unstartable } from "./support/service-process.ts";

process.env.NODE_ENV ??= "production";
const buildDir = path.resolve(import.meta.dirname, "../build");
const buildFile = path.join(buildDir, "server/index.js");
/** Beyond the notice and the end of the requests under way, something is stuck. */
const STOP_LIMIT_MS = 90_000;

/** `npm start`: serves the pages until it is told to stop; balancers learn it before the port closes. */
await runService(async (env) => {
  if (!fs.existsSync(buildFile))
    throw new Unstartable("Les pages ne sont pas construites : lancez d’abord « npm run build ».");
  const { app, close } = await createAppContext(env, { indexOffers: true });
  const build = (await import(pathToFileURL(buildFile).href)) as ServerBuild;
  const web = await startHttpServer({ app, build, clientDir: path.join(buildDir, "client") });
  app.logger.info({ port: web.port }, "web server started");
  stopOnSignal(async (signal) => {
    app.readiness.announceStop();
    // At a terminal nobody balances.
    if (signal === "SIGTERM") await wait(env.STOP_NOTICE_SECONDS * 1000);
    await web.close();
    await close();
  }, STOP_LIMIT_MS);
});
