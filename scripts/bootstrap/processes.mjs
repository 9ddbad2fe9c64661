import { spawn } from "node:child_process";
import { projectDir } from "./project.mjs";

/** Runs a program with our terminal and gives its exit code. */
export function run(command, args, { env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectDir,
      env: { ...process.env, ...env },
      stdio: "inherit",
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** npm puts a shell between it and us, and ends that shell without a word to us: see whose child we are. */
function whenNpmEnds(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    stop();
  }, 250);
  timer.unref();
}

/**
 * Starts a TypeScript program and lives as long as it does. Whatever asks us to stop, it gets SIGINT, the one that no library
 * takes for itself; the channel between us lets it stop by itself if we are killed. `onStart` gets a function that starts it again.
 */
export function hostTypeScript(file, args = [], { env, onStart } = {}) {
  return new Promise((resolve, reject) => {
    let restarting = false;
    let child;
    const start = () => {
      restarting = false;
      child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
        cwd: projectDir,
        env: { ...process.env, ...env },
        stdio: ["inherit", "inherit", "inherit", "ipc"],
      });
      child.on("error", reject);
      child.on("close", (code) => (restarting ? start() : resolve(code ?? 1)));
    };
    const stop = () => {
      restarting = false;
      child.kill("SIGINT");
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
    start();
    whenNpmEnds(stop);
    onStart?.(() => {
      restarting = true;
      child.kill("SIGINT");
    });
  });
}
