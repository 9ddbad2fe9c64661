import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { run } from "./processes.mjs";
import { heading, Stop } from "./terminal.mjs";

const chromiumPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** On some systems /usr/bin/chromium-browser only says how to install it: ask for its version. */
function answers(file, args) {
  return spawnSync(file, args, { stdio: "ignore", timeout: 20_000 }).status === 0;
}

export function findChromium() {
  const candidates = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : chromiumPlaces;
  return candidates.find((file) => fs.existsSync(file) && answers(file, ["--version"]));
}

const firefoxPlaces = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

export function findFirefox() {
  const candidates = process.env.FIREFOX_PATH ? [process.env.FIREFOX_PATH] : firefoxPlaces;
  return candidates.find((file) => fs.existsSync(file) && answers(file, ["--version"]));
}

/** WebKitGTK's driver, the small browser that comes with the library, and the screen that it needs. */
export function findWebKit() {
  const driver = "/usr/bin/WebKitWebDriver";
  if (!fs.existsSync(driver) || !fs.existsSync("/usr/bin/Xvfb")) return undefined;
  const browser = ["/usr/lib", "/usr/libexec"]
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => [folder, ...foldersIn(folder)])
    .flatMap((folder) => foldersIn(folder).filter((name) => /webkit2?gtk-[\d.]+$/.test(name)))
    .map((folder) => path.join(folder, "MiniBrowser"))
    .find((file) => fs.existsSync(file));
  return browser && { driver, browser };
}

function foldersIn(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name));
}

function missingPackages({ browser }) {
  const missing = [];
  if (browser && !findChromium()) missing.push("chromium", "fonts-liberation");
  if (!answers("pdftotext", ["-v"])) missing.push("poppler-utils");
  return missing;
}

/** Chromium for the end-to-end tests, the other engines for theirs, poppler-utils to read the PDF files that we make. */
export async function ensureSystemPackages(wanted) {
  await ensureInstalled(() => missingPackages(wanted));
  if (wanted.engines) await ensureInstalled(missingEngines);
}

/** The other engines that the main journey is played in; where there is no apt, those that are there. */
function missingEngines() {
  if (!answers("apt-get", ["--version"])) return [];
  return [...(findFirefox() ? [] : ["firefox-esr"]), ...(findWebKit() ? [] : ["webkit2gtk-driver", "xvfb"])];
}

async function ensureInstalled(findMissing) {
  const missing = findMissing();
  if (missing.length === 0) return;
  const names = missing.join(" ");
  const byHand = `Il manque à cette machine : ${names}. Installez-les (sous Debian : « sudo apt-get install ${names} ») puis relancez.`;
  const isRoot = process.getuid?.() === 0;
  if (!answers("apt-get", ["--version"]) || (!isRoot && !answers("sudo", ["-n", "true"])))
    throw new Stop(byHand);

  heading(`Installation de ${missing.join(", ")} par apt : une à deux minutes, la première fois seulement.`);
  const apt = (...args) => {
    const command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", ...args];
    const [program, ...rest] = isRoot ? command : ["sudo", "-n", ...command];
    return run(program, rest);
  };
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", ...missing);
  if (findMissing().length > 0) throw new Stop(byHand);
}
