import { spawnSync } from "node:child_process";
import fs from "node:fs";
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

function missingPackages({ browser }) {
  const missing = [];
  if (browser && !findChromium()) missing.push("chromium", "fonts-liberation");
  if (!answers("pdftotext", ["-v"])) missing.push("poppler-utils");
  return missing;
}

/** Chromium for the end-to-end tests, poppler-utils to read the PDF files that we make. */
export async function ensureSystemPackages(wanted) {
  const missing = missingPackages(wanted);
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
  if (missingPackages(wanted).length > 0) throw new Stop(byHand);
}
