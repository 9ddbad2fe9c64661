import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const LONGEST_HOLD_MS = 90_000;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function holderIsGone(lockFile: string): boolean {
  try {
    const age = Date.now() - fs.statSync(lockFile).mtimeMs;
    return age > LONGEST_HOLD_MS || !isAlive(Number(fs.readFileSync(lockFile, "utf8")));
  } catch {
    return false;
  }
}

/** One process at a time starts or stops a server; a lock left by a killed process is taken over. */
export async function withLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const mine = `${lockFile}.${process.pid}`;
  for (;;) {
    fs.writeFileSync(mine, String(process.pid));
    try {
      // A link appears with its content: nobody ever reads a lock without an owner.
      fs.linkSync(mine, lockFile);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (holderIsGone(lockFile)) fs.rmSync(lockFile, { force: true });
      else await delay(25);
    } finally {
      fs.rmSync(mine, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lockFile, { force: true });
  }
}

/** Who uses the server: the last one to leave stops it. */
export class Users {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    fs.mkdirSync(folder, { recursive: true });
  }

  others(): number {
    const pids = fs.readdirSync(this.folder).map(Number);
    return pids.filter((pid) => pid !== process.pid && isAlive(pid)).length;
  }

  enter(): void {
    fs.writeFileSync(path.join(this.folder, String(process.pid)), "");
  }

  leave(): void {
    fs.rmSync(path.join(this.folder, String(process.pid)), { force: true });
  }

  clear(): void {
    for (const name of fs.readdirSync(this.folder)) fs.rmSync(path.join(this.folder, name), { force: true });
  }
}
