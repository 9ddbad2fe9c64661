import { rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
} from "#app/domain/accounts/demonstration-accounts.ts";
import { sealTotpSecrets } from "#app/domain/accounts/second-factor/seal-totp-secrets.server.ts";
import { createAppContext } from "#app/infra/create-app-context.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { startMailStandIn } from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { createPupilNumbers } from "#app/infra/pupil-numbers.server.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { superviseWorker } from "#app/jobs/supervise-worker.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { systemClock } from "#app/kernel/clock.ts";
import { startHttpServer } from "#app/web/http-server.server.ts";
import { openDatabase } from "#db/client.ts";
import { seedFingerprint } from "#db/demonstration-database.ts";
import { requireSameTime } from "#db/usable-database.ts";
import { demonstrationCampaignYear, seedDemonstration } from "#db/seed/demonstration.ts";
import { seedPupilNumbers } from "#db/seed/demonstration/pupil-numbers.ts";
import { startOpenIdStandIn } from "./openid-stand-in/openid-stand-in.ts";
import { runDemonstration } from "./demonstration/run-demonstration.ts";

const projectDir = path.resolve(import.meta.dirname, "..");
const clientDir = path.join(projectDir, "build/client");
const smsFile = path.join(projectDir, ".data/sms.jsonl");
const developing = process.argv.includes("--dev");
process.env.NODE_ENV ??= developing ? "development" : "production";

async function loadBuild(): Promise<ServerBuild> {
  return (await import(pathToFileURL(path.join(projectDir, "build/server/index.js")).href)) as ServerBuild;
}

async function start(databaseUrl: string): Promise<{ stop(): Promise<void> }> {
  // The stand-in needs the database before the rest knows where mails go.
  const mailDatabase = openDatabase(databaseUrl, { max: 2 });
  const mails = await startMailStandIn({ db: mailDatabase.db, clock: systemClock });
  const federations = await startOpenIdStandIn({
    publicUrl: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
    serviceMode: "demonstration",
  });
  const env = readEnv({
    ...process.env,
    ...federations.env,
    SERVICE_MODE: "demonstration",
    DATABASE_URL: databaseUrl,
    RESEND_BASE_URL: mails.url,
    SMS_FILE: smsFile,
    MAIL_REQUESTS_PER_SECOND: process.env.MAIL_REQUESTS_PER_SECOND ?? "50",
    RESEND_API_KEY: undefined,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
  });
  const { app, close } = await createAppContext(env, { indexOffers: true });
  await requireSameTime(app.db, app.clock);
  const worker = await superviseWorker(app);
  const development = developing ? await startVite() : null;
  const web = await startHttpServer({
    app,
    clientDir,
    build: development ? development.build : await loadBuild(),
    ...(development ? { development: development.middlewares } : {}),
  });
  return {
    stop: async () => {
      await web.close();
      await development?.close();
      await worker.stop();
      await close();
      await mails.close();
      await federations.close();
      await mailDatabase.close();
    },
  };
}

async function startVite() {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true }, root: projectDir });
  return {
    middlewares: vite.middlewares,
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    close: () => vite.close(),
  };
}

const port = process.env.PORT ?? "3000";
const today = parisDate(systemClock.now());
await runDemonstration({
  // Another schema, another seed or another campaign: the demonstration starts afresh.
  version: `${seedFingerprint()}-${demonstrationCampaignYear(today)}`,
  givenUrl: process.env.DATABASE_URL,
  now: () => systemClock.now(),
  seed: async (url) => {
    rmSync(smsFile, { force: true });
    const { db, close } = openDatabase(url);
    await seedDemonstration(db, systemClock);
    const env = readEnv({ ...process.env, SERVICE_MODE: "demonstration", DATABASE_URL: url });
    await seedPupilNumbers(db, createPupilNumbers(env.PUPIL_NUMBER_KEY));
    await sealTotpSecrets({ db, secrets: createSecretBox(env.ENCRYPTION_KEY) });
    await close();
  },
  start,
  greeting: [
    "",
    `Prêt : http://localhost:${port}`,
    "",
    `Comptes de démonstration (mot de passe : ${DEMONSTRATION_PASSWORD}) :`,
    ...DEMONSTRATION_ACCOUNTS.map(({ email, role }) => `  ${email.padEnd(30)} ${role}`),
    `  E-mails et SMS : http://localhost:${port}/dev/boite-mail`,
    "",
    "Ctrl-C pour arrêter.",
  ],
});
