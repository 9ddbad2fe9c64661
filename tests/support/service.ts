import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import * as entryModule from "#app/entry.server.tsx";
import type { AppContext } from "#app/infra/app-context.server.ts";
import * as rootModule from "#app/root.tsx";
import routes from "#app/routes.ts";
import { startHttpServer } from "#app/web/http-server.server.ts";

type RouteModule = ServerBuild["routes"][string]["module"];

/** What the bundler would make of the route table, without its browser half. */
async function serverBuild(): Promise<ServerBuild> {
  const served: ServerBuild["routes"] = { root: { id: "root", path: "", module: rootModule } };
  const serve = async (entries: RouteConfigEntry[], parentId: string) => {
    for (const { file, path: url, index, children = [] } of entries) {
      const id = file.replace(/\.tsx?$/, "");
      const module = (await import(path.resolve("app", file))) as RouteModule;
      served[id] = { id, parentId, path: url, index, module };
      await serve(children, id);
    }
  };
  await serve(await Promise.resolve<RouteConfigEntry[]>(routes), "root");
  const manifest = Object.values(served).map(({ module, ...route }) => ({
    ...route,
    module: `/assets/${route.id}.js`,
    hasAction: "action" in module,
    hasLoader: "loader" in module,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: "ErrorBoundary" in module,
  }));
  return {
    mode: "production",
    entry: { module: entryModule },
    routes: served,
    assets: {
      version: "test",
      url: "/assets/manifest.js",
      entry: { module: "/assets/entry.js", imports: [] },
      routes: Object.fromEntries(manifest.map((route) => [route.id, route])),
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
  };
}

/** The web process on a free port, as visitors reach it: Express, Remix and every route. */
export async function startService(
  app: AppContext,
  limits: { arrivalLimitMs?: number; endLimitMs?: number } = {},
): Promise<{ port: number; close(): Promise<void> }> {
  return startHttpServer({
    ...limits,
    app: { ...app, env: { ...app.env, PORT: 0 } },
    build: await serverBuild(),
    clientDir: path.resolve("public"),
  });
}
