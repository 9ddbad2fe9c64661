import fs from "node:fs";
import { expect, it } from "vitest";

interface Entry {
  optionalDependencies?: Record<string, string>;
}

/** Where Node would look for `name` from the package at `folder`. */
function resolves(packages: Record<string, Entry>, folder: string, name: string): boolean {
  for (
    let current = folder;
    ;
    current = current.slice(0, Math.max(0, current.lastIndexOf("/node_modules/")))
  ) {
    if (`${current ? `${current}/` : ""}node_modules/${name}` in packages) return true;
    if (current === "") return false;
  }
}

it("locks the binaries of every platform: npm ci refuses a lockfile that leaves some out", () => {
  const lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, Entry>;
  };
  const missing = Object.entries(lock.packages).flatMap(([folder, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !resolves(lock.packages, folder, name)),
  );
  expect(missing).toEqual([]);
});

it("names no registry: packages come from the one of the machine", () => {
  expect(fs.readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
});
