import { createHash } from "node:crypto";
import fs from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { runNode } from "./processes.mjs";
import { inProject } from "./project.mjs";
import { heading, say, Stop } from "./terminal.mjs";

const stampFile = inProject("build", ".source-hash");
const sources = ["app", "db", "public", "vite.config.ts", "tsconfig.json", "package-lock.json"];
/** What the build itself writes inside the sources. */
const generated = ["app/ui/generated", "public/dsfr"].map((folder) => inProject(folder));

function filesOf(entry) {
  if (!fs.existsSync(entry) || generated.includes(entry)) return [];
  if (fs.statSync(entry).isFile()) return [entry];
  return fs
    .readdirSync(entry)
    .sort()
    .flatMap((name) => filesOf(path.join(entry, name)));
}

export function sourceHash() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((name) => filesOf(inProject(name)))) {
    hash.update(path.relative(inProject(), file)).update("\0").update(fs.readFileSync(file));
  }
  return hash.digest("hex");
}

function isBuilt(hash) {
  const outputs = ["build/server/index.js", "build/client"].map((name) => inProject(name));
  if (!outputs.every((file) => fs.existsSync(file)) || !fs.existsSync(stampFile)) return false;
  return fs.readFileSync(stampFile, "utf8") === hash;
}

/** The styles that pages import are assembled from the design system's package before types, tests and build. */
export async function prepareStyles() {
  const code = await runNode(["--import", "tsx", "scripts/prepare-dsfr.ts"]);
  if (code !== 0) throw new Stop("La préparation des styles a échoué (scripts/prepare-dsfr.ts).");
}

/** Production installs without development packages: whatever the server's pages still import must be a dependency. */
function checkServerImports() {
  const { dependencies } = JSON.parse(fs.readFileSync(inProject("package.json"), "utf8"));
  const code = filesOf(inProject("build", "server"))
    .filter((file) => file.endsWith(".js"))
    .map((file) => fs.readFileSync(file, "utf8"))
    .join("\n");
  const imports = code.matchAll(/^import (?:[^"]*? from )?"([^".#][^"]*)"|\bimport\("([^".#][^"]*)"\)/gm);
  const packages = [...imports].map((match) => /^(?:@[^/]+\/)?[^/]+/.exec(match[1] ?? match[2])[0]);
  const missing = [...new Set(packages)].filter((name) => !isBuiltin(name) && !(name in dependencies));
  if (missing.length > 0)
    throw new Stop(
      `Les pages importent des paquets que la production n’installe pas : ${missing.join(", ")} (voir « ssr.noExternal », vite.config.ts).`,
    );
}

export async function build() {
  const hash = sourceHash();
  fs.rmSync(stampFile, { force: true });
  await prepareStyles();
  const code = await runNode(
    [inProject("node_modules/@remix-run/dev/dist/cli.js"), "vite:build", "--logLevel", "warn"],
    {
      env: { NODE_ENV: "production" },
    },
  );
  if (code !== 0) throw new Stop("La construction des pages a échoué.");
  checkServerImports();
  fs.writeFileSync(stampFile, hash);
}

export async function buildIfNeeded() {
  if (isBuilt(sourceHash())) return;
  heading("Construction des pages (les sources ont changé).");
  await build();
  say("  Pages construites.");
}
