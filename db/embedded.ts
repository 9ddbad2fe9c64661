import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { findBinaries } from "./embedded/binaries.ts";
import { findHome, serverAccount } from "./embedded/home.ts";
import { Users, withLock } from "./embedded/lock.ts";
import {
  findRunning,
  lastLines,
  launch,
  serverEnvironment,
  stopServer,
  waitUntilReady,
  type Cluster,
  type RunningServer,
} from "./embedded/postmaster.ts";

export interface EmbeddedOptions {
  /** One server per name and clone: "demonstration", "test". */
  name: string;
  /** Tests give up safety against power cuts for speed. */
  durable?: boolean;
  /** A free one is chosen when absent. */
  port?: number;
  projectDir?: string;
}

export interface EmbeddedPostgres {
  url(database: string): string;
  ensureDatabase(database: string): Promise<void>;
  /** Starts the server again, at the same address, each time that it has died; until `stop`. */
  keepRunning(onRestart: () => void): void;
  /** True when no other process was using the server when we came. */
  alone: boolean;
  /** Stops the server if nobody else uses it. */
  stop(): Promise<void>;
}

/** A server that has died is missed for a moment only. */
const LOOK_MS = 500;

const COMMON_SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  "timezone=UTC",
  "jit=off",
  // Containers often have 64 MB of /dev/shm: parallel queries would overflow it.
  "max_parallel_workers_per_gather=0",
];
const FAST_SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "autovacuum_naptime=10min",
];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function initialise(cluster: Cluster, passwordFile: string): Promise<void> {
  fs.rmSync(cluster.dataDir, { recursive: true, force: true });
  fs.writeFileSync(passwordFile, `${randomBytes(18).toString("base64url")}\n`, { mode: 0o600 });
  if (cluster.account) fs.chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  const flags = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  // The binaries know no locale of the machine but C; "builtin" gives full Unicode rules everywhere.
  flags.push("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
  await promisify(execFile)(cluster.binaries.initdb, [`--pgdata=${cluster.dataDir}`, "--no-sync", ...flags], {
    ...cluster.account,
    cwd: path.dirname(cluster.dataDir),
    env: serverEnvironment,
  });
}

/** Orphans of a killed server hold its shared memory until they notice: a moment's patience. */
async function launchWithPatience(cluster: Cluster, port: number | undefined): Promise<RunningServer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await launch(cluster, port ?? (await freePort()));
    } catch (error) {
      const busy = /shared memory block|Address already in use/.test(lastLines(cluster.logFile));
      if (!busy || attempt >= 20) throw error;
      await delay(500);
    }
  }
}

/** Starts on the data of last time; data that no longer start are set aside, never deleted. */
async function startOrRepair(cluster: Cluster, passwordFile: string, port?: number): Promise<RunningServer> {
  const complete =
    fs.existsSync(path.join(cluster.dataDir, "global", "pg_control")) && fs.existsSync(passwordFile);
  if (!complete) await initialise(cluster, passwordFile);
  try {
    return await launchWithPatience(cluster, port);
  } catch (error) {
    if (!complete) throw error;
    fs.renameSync(cluster.dataDir, `${cluster.dataDir}-broken-${Date.now()}`);
    await initialise(cluster, passwordFile);
    return await launchWithPatience(cluster, port);
  }
}

async function reuse(cluster: Cluster, urlAt: (port: number) => string): Promise<RunningServer | undefined> {
  if (!findRunning(cluster)) return undefined;
  try {
    const server = await waitUntilReady(cluster, () => false);
    const sql = postgres(urlAt(server.port), { max: 1, connect_timeout: 5, onnotice: () => undefined });
    await sql`select 1`.finally(() => sql.end({ timeout: 1 }));
    return server;
  } catch {
    await stopServer(cluster);
    return undefined;
  }
}

/**
 * A real PostgreSQL from npm: nothing to install. Data is kept between runs. Several processes may share the
 * server: each calls `stop`, the last one stops it. A server left by a killed process is used again.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { name, durable = true, port, projectDir = path.resolve(import.meta.dirname, "..") } = options;
  const account = serverAccount();
  const home = findHome(projectDir);
  const folder = path.join(home, name);
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o700);
  if (account) fs.chownSync(folder, account.uid, account.gid);
  const users = new Users(path.join(folder, "users"));
  const passwordFile = path.join(folder, "password");
  const lockFile = path.join(folder, "lock");
  const urlAt = (serverPort: number, database = "postgres") =>
    `postgres://postgres:${fs.readFileSync(passwordFile, "utf8").trim()}@127.0.0.1:${serverPort}/${database}`;

  const { cluster, server, alone } = await withLock(lockFile, async () => {
    const found: Cluster = {
      dataDir: path.join(folder, "data"),
      logFile: path.join(folder, "server.log"),
      binaries: findBinaries(home, account !== undefined),
      account,
      settings: durable ? COMMON_SETTINGS : [...COMMON_SETTINGS, ...FAST_SETTINGS],
    };
    let running = await reuse(found, urlAt);
    if (!running) {
      users.clear();
      running = await startOrRepair(found, passwordFile, port);
    }
    const nobodyElse = users.others() === 0;
    users.enter();
    return { cluster: found, server: running, alone: nobodyElse };
  });

  let watch: NodeJS.Timeout | undefined;
  const restartIfDead = (onRestart: () => void) =>
    withLock(lockFile, async () => {
      if (!watch || findRunning(cluster)) return;
      await launchWithPatience(cluster, server.port);
      onRestart();
    });

  return {
    url: (database) => urlAt(server.port, database),
    alone,
    keepRunning(onRestart) {
      const look = () => {
        const going = findRunning(cluster) ? Promise.resolve() : restartIfDead(onRestart);
        // A start that fails is tried again.
        void going.catch(() => undefined).then(() => watch && (watch = setTimeout(look, LOOK_MS)));
      };
      watch = setTimeout(look, LOOK_MS);
    },
    async ensureDatabase(database) {
      const sql = postgres(urlAt(server.port), { max: 1, onnotice: () => undefined });
      try {
        const rows = await sql`select 1 from pg_database where datname = ${database}`;
        if (rows.length === 0) await sql`create database ${sql(database)}`;
      } finally {
        await sql.end();
      }
    },
    stop: () => {
      clearTimeout(watch);
      watch = undefined;
      return withLock(lockFile, async () => {
        users.leave();
        if (users.others() === 0) await stopServer(cluster);
      });
    },
  };
}
