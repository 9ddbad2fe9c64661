import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { Account } from "./home.ts";
import { isAlive } from "./lock.ts";

export interface Cluster {
  dataDir: string;
  logFile: string;
  binaries: Binaries;
  account: Account | undefined;
  settings: readonly string[];
}

export interface RunningServer {
  pid: number;
  port: number;
}

/** Ours would tell the server too much: PGPORT, PGDATA, a locale it does not have. */
export const serverEnvironment: NodeJS.ProcessEnv = { LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" };

const START_LIMIT_MS = 60_000;
const pidFileOf = (cluster: Cluster) => path.join(cluster.dataDir, "postmaster.pid");

function commandLine(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    try {
      return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    } catch {
      return "";
    }
  }
}

/**
 * The server that `postmaster.pid` names, if it really runs on this data folder. After a crash of the machine
 * the number may belong to another program: then the file is a leftover.
 */
export function findRunning(cluster: Cluster): (RunningServer & { ready: boolean }) | undefined {
  let lines: string[];
  try {
    lines = fs.readFileSync(pidFileOf(cluster), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid) || !commandLine(pid).includes(cluster.dataDir)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

export async function waitUntilReady(cluster: Cluster, stillComing: () => boolean): Promise<RunningServer> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    const server = findRunning(cluster);
    if (server?.ready) return server;
    if (!server && !stillComing()) break;
    await delay(15);
  }
  throw new Error(`The embedded PostgreSQL did not start.\n${lastLines(cluster.logFile)}`);
}

export function lastLines(logFile: string): string {
  if (!fs.existsSync(logFile)) return "";
  return fs.readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-8).join("\n");
}

/** Detached: Ctrl-C in the terminal must reach our process only, which stops the server last. */
export async function launch(cluster: Cluster, port: number): Promise<RunningServer> {
  fs.rmSync(pidFileOf(cluster), { force: true });
  const log = fs.openSync(cluster.logFile, "w");
  const flags = cluster.settings.flatMap((setting) => ["-c", setting]);
  const child = spawn(cluster.binaries.postgres, ["-D", cluster.dataDir, "-p", String(port), ...flags], {
    ...cluster.account,
    cwd: cluster.dataDir,
    detached: true,
    stdio: ["ignore", log, log],
    env: serverEnvironment,
  });
  fs.closeSync(log);
  let exited = false;
  child.on("exit", () => (exited = true));
  child.on("error", () => (exited = true));
  child.unref();
  return await waitUntilReady(cluster, () => !exited);
}

export async function stopServer(cluster: Cluster): Promise<void> {
  const server = findRunning(cluster);
  if (!server) return;
  // SIGINT: fast shutdown. SIGQUIT: immediate, the next start replays the journal.
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (!isAlive(server.pid)) return;
    process.kill(server.pid, signal);
    const limit = Date.now() + patience;
    while (isAlive(server.pid) && Date.now() < limit) await delay(15);
  }
}
