import fs from "node:fs";
import { inProject } from "./project.mjs";
import { say } from "./terminal.mjs";

/** The server's own code; pages and components are reloaded in place by Vite. */
const serverFolders = [
  "app/domain",
  "app/emails",
  "app/infra",
  "app/jobs",
  "app/kernel",
  "app/web",
  "db",
  "scripts",
];
const QUIET_MS = 300;

/** Calls `restart` once the server's code has stopped changing. */
export function restartOnChange(restart) {
  let timer;
  const changed = (_event, name) => {
    if (!name || !/\.(ts|tsx|sql)$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      say(`\n▸ ${name} a changé : redémarrage.`);
      restart();
    }, QUIET_MS);
  };
  const watchers = serverFolders
    .map((folder) => inProject(folder))
    .filter((folder) => fs.existsSync(folder))
    .map((folder) => fs.watch(folder, { recursive: true }, changed));
  return () => watchers.forEach((watcher) => watcher.close());
}
