import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** The account PostgreSQL runs as: it refuses root, so root lends it another one. */
export interface Account {
  uid: number;
  gid: number;
}

const isRoot = process.getuid?.() === 0;

function lookUpAccount(name: string): Account | undefined {
  try {
    const read = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: read("-u"), gid: read("-g") };
  } catch {
    return undefined;
  }
}

export function serverAccount(): Account | undefined {
  if (!isRoot) return undefined;
  const account = lookUpAccount("postgres") ?? lookUpAccount("nobody");
  if (!account) throw new Error("PostgreSQL refuses to run as root and no other account was found.");
  return account;
}

/** Folders made by `mktemp -d` and home folders stop every other account: walk up to be sure. */
export function othersMayEnter(folder: string): boolean {
  let current = fs.realpathSync(folder);
  for (;;) {
    if ((fs.statSync(current).mode & 0o001) === 0) return false;
    const parent = path.dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

function prepare(folder: string): boolean {
  try {
    fs.mkdirSync(folder, { recursive: true });
    const uid = process.getuid?.();
    // A folder that somebody else put under a predictable name in /tmp is not ours to use.
    if (uid !== undefined && fs.lstatSync(folder).uid !== uid) return false;
    fs.chmodSync(folder, isRoot ? 0o755 : 0o700);
    fs.accessSync(folder, fs.constants.W_OK);
    return !isRoot || othersMayEnter(folder);
  } catch {
    return false;
  }
}

/**
 * Where binaries and data of this clone live: `.data/` in the project when the server's account can reach
 * it, else a folder of the system's temporary directory named after the project's path, so that two clones
 * never meet.
 */
export function findHome(projectDir: string): string {
  const uid = process.getuid?.() ?? 0;
  const mark = createHash("sha256").update(fs.realpathSync(projectDir)).digest("hex").slice(0, 12);
  const inTemporary = [os.tmpdir(), "/tmp", "/var/tmp"].map((folder) =>
    path.join(folder, `stage-de-seconde-${mark}-u${uid}`),
  );
  const home = [path.join(projectDir, ".data", `postgres-u${uid}`), ...inTemporary].find(prepare);
  if (!home)
    throw new Error(`No folder can hold the embedded database (tried ${projectDir}/.data and /tmp).`);
  return home;
}
