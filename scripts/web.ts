import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createAppContext } from "#app/infra/create-app-context.server.ts";
import { startHttpServer } from "#app/web/http-server.server.ts";
import { readEnvOrStop, stopOnSignal } from "./support/service-process.ts";

process.env.NODE_ENV ??= "production";
const buildDir = path.resolve(import.meta.dirname, "../build");

const env = readEnvOrStop();
const build = (await import(pathToFileURL(path.join(buildDir, "server/index.js")).href)) as ServerBuild;
const { app, close } = await createAppContext(env, { indexOffers: true });
const web = await startHttpServer({ app, build, clientDir: path.join(buildDir, "client") });
app.logger.info({ port: web.port }, "web server started");
stopOnSignal(async () => {
  await web.close();
  await close();
});
