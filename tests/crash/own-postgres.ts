import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { findBinaries } from "#db/embedded/binaries.ts";
import { findHome, serverAccount } from "#db/embedded/home.ts";
import { serverEnvironment } from "#db/embedded/postmaster.ts";
import { onServer } from "#tests/support/test-server.ts";
import { freePort } from "#tests/support/spawned-service.ts";

const execute = promisify(execFile);
/** What a disk holds that can be filled in a moment. */
const DISK_MB = 400;
const FAST = [
  "-c",
  "jit=off",
  "-c",
  "max_connections=60",
  "-c",
  "max_wal_size=64MB",
  "-c",
  "wal_level=minimal",
];

export interface OwnPostgres {
  url: string;
  version: string;
  /** Ends all that it does, as an administrator who is in a hurry, and starts it again. */
  restart(): Promise<void>;
  /** Fills its disk, and empties it once `meanwhile` is over; null where a disk of its own cannot be had. */
  withFullDisk: ((meanwhile: () => Promise<void>) => Promise<void>) | null;
  stop(): Promise<void>;
}

/** The binaries of the machine named by OUTAGE_POSTGRES ("/usr/lib/postgresql/15/bin"), else those that come with npm. */
function binaries() {
  const folder = process.env.OUTAGE_POSTGRES;
  if (folder) return { initdb: path.join(folder, "initdb"), postgres: path.join(folder, "postgres") };
  return findBinaries(findHome(process.cwd()), serverAccount() !== undefined);
}

/** A disk of its own in memory, where the machine lets us mount one. */
async function ownDisk(folder: string): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  const mounted = execute("mount", ["-t", "tmpfs", "-o", `size=${DISK_MB}m`, "tmpfs", folder]);
  return mounted.then(
    () => true,
    () => false,
  );
}

async function fill(file: string): Promise<void> {
  // `dd` ends with an error once nothing is left.
  await execute("dd", ["if=/dev/zero", `of=${file}`, "bs=64k"]).catch(() => undefined);
}

/** A PostgreSQL of a test's own, durable like a real one, that the test may end, start and starve. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const { initdb, postgres } = binaries();
  const account = serverAccount();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "stage-outage-"));
  const hasDisk = await ownDisk(folder);
  if (account) fs.chownSync(folder, account.uid, account.gid);
  const data = path.join(folder, "data");
  const as = { ...account, cwd: folder, env: serverEnvironment };
  await execute(initdb, ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"], as);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const flags = ["-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
  let server: ChildProcess;

  async function start(): Promise<void> {
    for (;;) {
      server = spawn(postgres, ["-D", data, ...flags, ...FAST, "-c", "max_wal_senders=0"], {
        ...as,
        stdio: "ignore",
      });
      while (server.exitCode === null) {
        const answers = await onServer(url, (sql) => sql`select 1`).then(
          () => true,
          () => false,
        );
        if (answers) return;
        await wait(50);
      }
      await wait(200);
    }
  }

  async function end(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill("SIGINT");
    await ended;
  }

  await start();
  const [row] = await onServer(url, (sql) => sql<{ version: string }[]>`select version()`);
  return {
    url,
    version: row?.version ?? "",
    async restart() {
      await end();
      await start();
    },
    withFullDisk: hasDisk
      ? async (meanwhile) => {
          const ballast = path.join(folder, "ballast");
          await fill(ballast);
          await meanwhile();
          fs.rmSync(ballast);
          // Without room for its journal it may have ended by itself.
          if (server.exitCode !== null) await start();
        }
      : null,
    async stop() {
      await end();
      if (hasDisk) await execute("umount", [folder]);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
