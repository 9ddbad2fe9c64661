import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { buildPages } from "#tests/support/built-pages.ts";
import { createEmptyDatabase, testDatabase } from "#tests/support/database.ts";
import { freePort } from "#tests/support/spawned-service.ts";

const database = testDatabase();
const root = path.resolve(import.meta.dirname, "../..");
let empty: Awaited<ReturnType<typeof createEmptyDatabase>>;
beforeAll(async () => {
  await buildPages();
  empty = await createEmptyDatabase();
}, 300_000);
afterAll(() => empty.drop());

/** What a worker needs outside production. */
const TEST = { SERVICE_MODE: "test", RESEND_BASE_URL: "http://127.0.0.1:9", LOG_LEVEL: "silent" };
const PRODUCTION = {
  SERVICE_MODE: "production",
  PUBLIC_URL: "https://stages.example.fr",
  RESEND_API_KEY: "re_a_key",
  RESEND_WEBHOOK_SECRET: "whsec_c2VjcmV0",
  LINK_SECRET: "a secret of at least thirty-two characters",
  ENCRYPTION_KEY: "cHJvZHVjdGlvbiBrZXkgb2YgMzIgYnl0ZXMsIHllcyE=",
  MAIL_FROM: "Stage de seconde <bonjour@stages.example.fr>",
  MAIL_REPLY_TO: "aide@stages.example.fr",
  TRUSTED_PROXIES: "1",
  LEGAL_PUBLISHER: "Rectorat d’exemple",
  LEGAL_HOST: "Nuages d’exemple",
  CONTACT_EMAIL: "contact@stages.example.fr",
};

interface Outcome {
  code: number | null;
  output: string;
  errors: string;
}

function start(script: string, env: Record<string, string>, preload: string[] = []) {
  const args = ["--import", "tsx", ...preload.flatMap((file) => ["--import", file]), `scripts/${script}.ts`];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...env },
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, "close").then(([code]): Outcome => ({ code: code as number, output, errors }));
  return { child, ended };
}

const run = (script: string, env: Record<string, string>, preload?: string[]) =>
  start(script, env, preload).ended;

/** One sentence for the person at the keyboard, and no stack. */
function expectRefusal(outcome: Outcome | undefined, sentence: RegExp): void {
  const { code, output, errors } = outcome ?? { code: null, output: "", errors: "" };
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors).toMatch(sentence);
  expect(errors).not.toMatch(/^\s+at /m);
}

async function tablesOf(url: string): Promise<number> {
  const { db, close } = openDatabase(url, { max: 1 });
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  await close();
  return row?.count ?? 0;
}

async function onDatabase(url: string, statement: ReturnType<typeof sql>): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1 });
  await db.execute(statement);
  await close();
}

describe("a service that cannot start", { timeout: 60_000 }, () => {
  it.each(["web", "worker"])("says all that the %s lacks, at once and in French", async (script) => {
    const outcome = await run(script, { DATABASE_URL: database.url });
    expectRefusal(outcome, /^✗ Configuration refusée\./);
    for (const name of Object.keys(PRODUCTION).filter((key) => key !== "SERVICE_MODE"))
      expect(outcome.errors).toMatch(new RegExp(`^  ${name} : .*obligatoire`, "m"));
  });

  it("says that its database is empty, away, or behind", async () => {
    const behind = await createEmptyDatabase();
    await run("db-migrate", { DATABASE_URL: behind.url });
    await onDatabase(
      behind.url,
      sql`delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`,
    );
    const test = (url: string) => run("worker", { ...TEST, DATABASE_URL: url });
    const urls = [empty.url, behind.url, "postgres://nobody@127.0.0.1:9/x"];
    const [onEmpty, onBehind, onNothing] = await Promise.all(urls.map(test));
    expectRefusal(onEmpty, /^✗ La base de données est vide : lancez « npm run db:migrate »/);
    expectRefusal(onBehind, /^✗ La base de données n’est pas à jour/);
    expectRefusal(onNothing, /^✗ La base de données ne répond pas/);
    await behind.drop();
  });

  it.each([
    ["web", "PORT"],
    ["worker", "WORKER_PORT"],
  ])("says that the port of the %s is taken", async (script, variable) => {
    const taken = net.createServer().listen(0);
    await once(taken, "listening");
    const address = taken.address();
    const port = String(typeof address === "object" ? address?.port : "");
    const outcome = await run(script, { ...TEST, DATABASE_URL: database.url, [variable]: port });
    expectRefusal(outcome, new RegExp(`✗ Le port ${port} est déjà pris`));
    taken.close();
  });

  it("says that its clock is eleven days ahead of the database's", async () => {
    const env = { ...TEST, DATABASE_URL: database.url };
    const outcome = await run("worker", env, ["./tests/support/late-clock.mjs"]);
    expectRefusal(outcome, /^✗ L’horloge de cette machine avance de 15840 min/);
  });
});

describe("production and the demonstration's database", { timeout: 60_000 }, () => {
  it.each(["web", "worker", "db-migrate", "db-seed"])("are kept apart by %s", async (script) => {
    const marked = await createEmptyDatabase();
    await onDatabase(marked.url, sql`create table demonstration_mark (created_at timestamptz, version text)`);
    const outcome = await run(script, { ...PRODUCTION, DATABASE_URL: marked.url });
    expectRefusal(
      outcome,
      /^✗ (La base de données porte la marque de la démonstration|Les pages ne sont pas construites)/,
    );
    expect(await tablesOf(marked.url)).toBe(1);
    await marked.drop();
  });
});

describe("commands that work on the database alone", { timeout: 60_000 }, () => {
  it("ask for nothing but its address", async () => {
    const fresh = await createEmptyDatabase();
    const env = { DATABASE_URL: fresh.url };
    expectRefusal(await run("db-seed", env), /^✗ La base de données est vide/);
    expect(await run("db-migrate", env)).toMatchObject({ code: 0, errors: "" });
    expect(await run("db-seed", env)).toMatchObject({ code: 0, errors: "" });
    await fresh.drop();
  });

  it.each(["db-migrate", "db-seed"])(
    "%s says what it lacks, and that the database is away",
    async (script) => {
      expectRefusal(await run(script, {}), /DATABASE_URL : obligatoire/);
      expectRefusal(
        await run(script, { DATABASE_URL: "postgres://nobody@127.0.0.1:9/x" }),
        /^✗ La base de données ne répond pas/,
      );
    },
  );

  it.each(["check-invariants", "check-projection"])("%s does not migrate what it checks", async (script) => {
    expectRefusal(await run(script, { DATABASE_URL: empty.url }), /^✗ La base de données est vide/);
    expect(await tablesOf(empty.url)).toBe(0);
  });
});

/** A process of the service that listens, and what its pages answer: 0 once nobody does. */
async function listening(script: "web" | "worker", variable: string, settings: Record<string, string> = {}) {
  const port = String(await freePort());
  const { child, ended } = start(script, {
    ...TEST,
    DATABASE_URL: database.url,
    [variable]: port,
    ...settings,
  });
  const status = (page: string) =>
    fetch(`http://127.0.0.1:${port}${page}`).then(
      (answer) => answer.status,
      () => 0,
    );
  const missing = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      async (answer) => ((await answer.json()) as { missing: string[] }).missing,
      () => [],
    );
  return { child, ended, status, missing };
}

it("a worker says where it is asked that it works, and ends on SIGTERM", { timeout: 60_000 }, async () => {
  const { child, ended, status } = await listening("worker", "WORKER_PORT");
  await expect.poll(() => status("/readyz"), { timeout: 40_000 }).toBe(200);
  expect(await status("/healthz")).toBe(200);
  expect(await status("/offres")).toBe(404);
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

describe("the web process", { timeout: 60_000 }, () => {
  const serve = async (noticeSeconds: string) => {
    const web = await listening("web", "PORT", { STOP_NOTICE_SECONDS: noticeSeconds });
    await expect.poll(() => web.status("/healthz"), { timeout: 40_000 }).toBe(200);
    return web;
  };

  it("says on SIGTERM that it stops while it still answers, then ends well", async () => {
    const { child, ended, status, missing } = await serve("3");
    expect(await missing()).not.toContain("stopping");
    child.kill("SIGTERM");
    await expect.poll(missing, { timeout: 2_500, interval: 20 }).toEqual(["stopping"]);
    expect(await status("/offres")).toBe(200);
    expect((await ended).code).toBe(0);
    expect(await status("/healthz")).toBe(0);
  });

  it("ends at once at a terminal, where nobody balances", async () => {
    const { child, ended } = await serve("60");
    child.kill("SIGINT");
    expect((await ended).code).toBe(0);
  });

  it("ends at once on the second signal", async () => {
    const { child, ended, missing } = await serve("60");
    child.kill("SIGTERM");
    await expect.poll(missing, { interval: 20 }).toEqual(["stopping"]);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(1);
  });
});
