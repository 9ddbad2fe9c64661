import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createAppContext } from "#app/infra/create-app-context.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { startHttpServer } from "#app/web/http-server.server.ts";
import { startWhenTold } from "./start-when-told.ts";

const buildDir = path.resolve(import.meta.dirname, "../../build");
const build = (await import(pathToFileURL(path.join(buildDir, "server/index.js")).href)) as ServerBuild;

/** The real web server, as built for production, in a process of its own, for tests that kill it. */
await startWhenTold(async (clock) => {
  const { app, close } = await createAppContext(readEnv(), { clock, poolSize: 8 });
  const web = await startHttpServer({ app, build, clientDir: path.join(buildDir, "client") });
  return async () => {
    await web.close();
    await close();
  };
});
