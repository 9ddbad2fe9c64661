import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { LoaderFunction, ServerBuild } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts } from "@remix-run/react";
import { createElement } from "react";
import { createAppContext } from "#app/infra/create-app-context.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { startHttpServer } from "#app/web/http-server.server.ts";
import { CAMPAIGN_ID } from "./search-data.ts";

/**
 * One web process for the bench of pages, in the mode given as an argument; it tells its port and waits to be killed.
 * "service": as it is. "constant": the same pages, each loader answering again what it answered the first time.
 * "bare": a page of one heading, on the same server.
 */
const [mode = "service"] = process.argv.slice(2);
const buildDir = path.resolve(import.meta.dirname, "../../build");
const service = (await import(pathToFileURL(path.join(buildDir, "server/index.js")).href)) as ServerBuild;

const builds: Record<string, (build: ServerBuild) => ServerBuild> = {
  service: (build) => build,
  constant: (build) =>
    withModules(build, ({ loader, ...module }) => ({
      ...module,
      ...(loader && { loader: remembered(loader) }),
    })),
  bare: barePage,
};
const chosen = builds[mode];
if (!chosen) throw new Error(`Unknown mode: ${mode}`);

const env = readEnv({ ...process.env, SERVICE_MODE: "test", LOG_LEVEL: "warn" });
const { app } = await createAppContext(env, { indexOffers: mode === "service" });
// The index of offers is loaded while the service already answers.
while (mode === "service" && !app.offerIndex.of(CAMPAIGN_ID)) await delay(100);
const build = chosen(service);
const web = await startHttpServer({
  app: { ...app, env: { ...env, PORT: 0 } },
  build,
  clientDir: path.join(buildDir, "client"),
});
process.stdout.write(`${JSON.stringify({ port: web.port })}\n`);

type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];

function withModules(build: ServerBuild, change: (module: RouteModule) => RouteModule): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [
    id,
    route && { ...route, module: change(route.module) },
  ]);
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function remembered(loader: LoaderFunction): LoaderFunction {
  const known = new Map<string, ReturnType<LoaderFunction>>();
  return (args) => {
    const answer = known.get(args.request.url) ?? loader(args);
    known.set(args.request.url, answer);
    return answer;
  };
}

function barePage(build: ServerBuild): ServerBuild {
  const page = () =>
    createElement(
      "html",
      { lang: "fr" },
      createElement("head", null, createElement(Meta), createElement(Links)),
      createElement("body", null, createElement(Outlet), createElement(Scripts)),
    );
  const heading = () => createElement("h1", null, "Bonjour");
  const asset = {
    module: "/assets/bare.js",
    hasLoader: false,
    hasAction: false,
    hasClientLoader: false,
    hasClientAction: false,
    hasErrorBoundary: false,
    imports: [],
  };
  return {
    ...build,
    routes: {
      root: { id: "root", path: "", module: { default: page } },
      page: { id: "page", parentId: "root", index: true, module: { default: heading } },
    },
    assets: {
      ...build.assets,
      routes: {
        root: { id: "root", path: "", ...asset },
        page: { id: "page", parentId: "root", index: true, ...asset },
      },
    },
  };
}
