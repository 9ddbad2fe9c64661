import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { inProject, projectDir } from "./project.mjs";
import { heading, say, Stop } from "./terminal.mjs";

const stampFile = inProject("node_modules", ".install-stamp");
const lockFile = inProject(".data", "install.lock");

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** The patches of packages are part of what is installed. */
function wantedHash() {
  const patches = fs.readdirSync(inProject("scripts", "patches")).sort();
  const hash = createHash("sha256");
  for (const name of patches) hash.update(fs.readFileSync(inProject("scripts", "patches", name)));
  try {
    return hash.update(fs.readFileSync(inProject("package-lock.json"))).digest("hex");
  } catch {
    throw new Stop("Le fichier package-lock.json manque : la copie du projet est incomplète.");
  }
}

function stamp() {
  return fs.existsSync(stampFile) ? fs.readFileSync(stampFile, "utf8").trim() : "";
}

/** npm writes what it installed in a lockfile of its own: equal to ours, nothing is to be done. */
function installedByHand() {
  const wanted = readJson(inProject("package-lock.json"))?.packages;
  const present = readJson(inProject("node_modules", ".package-lock.json"))?.packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([name, entry]) => name === "" || entry.optional || present[name]?.version === entry.version,
  );
}

/** What npm runs after an installation; does nothing to a package that is patched already. */
function patchPackages() {
  const flags = ["--patch-dir", "scripts/patches", "--error-on-fail"];
  const args = [inProject("node_modules", "patch-package", "index.js"), ...flags];
  return spawnSync(process.execPath, args, { cwd: projectDir, stdio: "ignore" }).status === 0;
}

function isInstalled() {
  const hash = wantedHash();
  if (stamp() === hash) return true;
  if (!installedByHand() || !patchPackages()) return false;
  fs.writeFileSync(stampFile, hash);
  return true;
}

/** The npm that started us, else the one in the path. */
function npmCommand() {
  const current = process.env.npm_execpath;
  if (current && /npm-cli\.c?js$/.test(current)) return [process.execPath, [current]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", []];
}

/** npm makes all the folders first: those that hold a package.json have been filled. */
function countPackages(folder) {
  if (!fs.existsSync(folder)) return 0;
  const names = fs.readdirSync(folder).filter((name) => !name.startsWith("."));
  return names.reduce((sum, name) => {
    if (name.startsWith("@")) return sum + countPackages(`${folder}/${name}`);
    return sum + (fs.existsSync(`${folder}/${name}/package.json`) ? 1 : 0);
  }, 0);
}

function showProgress() {
  const started = Date.now();
  const report = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const text = `  ${countPackages(inProject("node_modules"))} paquets en place, ${seconds} s`;
    process.stdout.write(process.stdout.isTTY ? `\r${text}` : `${text}\n`);
  };
  const timer = setInterval(report, process.stdout.isTTY ? 500 : 5000);
  return () => {
    clearInterval(timer);
    report();
    if (process.stdout.isTTY) process.stdout.write("\n");
  };
}

function runNpmCi() {
  const [command, first] = npmCommand();
  const flags = [
    "ci",
    "--include=dev",
    "--ignore-scripts=false",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...flags], {
      cwd: projectDir,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", () =>
      reject(new Stop("La commande npm est introuvable : elle est fournie avec Node.")),
    );
    child.on("close", (code) => {
      if (code === 0) return resolve();
      const detail = output.trim().split("\n").slice(-12).join("\n");
      reject(new Stop(`L’installation des paquets a échoué : vérifiez l’accès au registre npm.\n${detail}`));
    });
  });
}

/** Two commands started together on a fresh clone: the second waits for the first one's installation. */
async function takeTurn() {
  for (let waited = false; ; waited = true) {
    try {
      fs.writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = Number(fs.readFileSync(lockFile, "utf8"));
    if (owner && !isRunning(owner)) fs.rmSync(lockFile, { force: true });
    else if (!waited) say("Une autre commande installe déjà les paquets : un instant.");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  await takeTurn();
  try {
    if (isInstalled()) return;
    heading("Installation des paquets (npm ci) : une à trois minutes, la première fois seulement.");
    const done = showProgress();
    await runNpmCi().finally(done);
    fs.writeFileSync(stampFile, wantedHash());
  } finally {
    fs.rmSync(lockFile, { force: true });
  }
}
