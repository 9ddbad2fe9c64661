import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { createAppContext } from "#app/infra/create-app-context.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { startMailStandIn } from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { startWorker } from "#app/jobs/worker.server.ts";
import { systemClock } from "#app/kernel/clock.ts";
import { startHttpServer } from "#app/web/http-server.server.ts";
import { openDatabase } from "#db/client.ts";
import { seedFingerprint } from "#db/demonstration-database.ts";
import { seedReference } from "#db/seed/reference.ts";
import { runDemonstration } from "./demonstration/run-demonstration.ts";

const root = path.resolve(import.meta.dirname, "..");
const clientDir = path.join(root, "build/client");
const developing = process.argv.includes("--dev");
const port = Number(process.env.PORT ?? 3000);

interface Pages {
  build: ServerBuild | (() => Promise<ServerBuild>);
  development?: RequestHandler;
  close(): Promise<void>;
}

async function builtPages(): Promise<Pages> {
  const file = pathToFileURL(path.join(root, "build/server/index.js")).href;
  return { build: (await import(file)) as ServerBuild, close: () => Promise.resolve() };
}

async function pagesAsTyped(): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ root, server: { middlewareMode: true } });
  return {
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    development: vite.middlewares,
    close: () => vite.close(),
  };
}

async function seed(databaseUrl: string): Promise<void> {
  const { db, close } = openDatabase(databaseUrl, { max: 2 });
  try {
    await seedReference(db);
  } finally {
    await close();
  }
}

/** Web, worker and mail stand-in in one process, on one pool. */
async function start(databaseUrl: string): Promise<{ stop(): Promise<void> }> {
  const base = {
    ...process.env,
    SERVICE_MODE: "demonstration",
    DATABASE_URL: databaseUrl,
    PORT: String(port),
  };
  const mailbox = openDatabase(databaseUrl, { max: 2 });
  const mail = await startMailStandIn({ db: mailbox.db, clock: systemClock });
  // Whatever keys the environment holds, the demonstration writes to its own mailbox.
  const env = readEnv({ ...base, RESEND_BASE_URL: mail.url, RESEND_API_KEY: "demonstration" });
  const { app, close } = await createAppContext(env);
  const worker = await startWorker(app);
  const pages = developing ? await pagesAsTyped() : await builtPages();
  const http = await startHttpServer({ app, clientDir, ...pages });
  return {
    async stop() {
      await http.close();
      await pages.close();
      await worker.stop();
      await mail.close();
      await close();
      await mailbox.close();
    },
  };
}

await runDemonstration({
  version: seedFingerprint(),
  givenUrl: process.env.DATABASE_URL,
  now: () => systemClock.now(),
  seed,
  start,
  greeting: ["", `Prêt : http://localhost:${port}`],
});
