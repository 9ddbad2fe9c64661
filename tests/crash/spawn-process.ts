import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface WorkerProcess {
  kill(): Promise<void>;
  /** Asks it to stop; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the real worker in a child process, and waits until it takes jobs. */
export async function spawnWorker(settings: Record<string, string>): Promise<WorkerProcess> {
  const child = fork(fileURLToPath(new URL("./worker-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    env: {
      ...{ NODE_ENV: "test", PATH: process.env.PATH, SERVICE_MODE: "test", LOG_LEVEL: "error" },
      ...{ MAIL_REQUESTS_PER_SECOND: "1000", ...settings },
    },
  });
  const exited = once(child, "exit") as Promise<[number | null]>;
  const first = await Promise.race([once(child, "message"), exited.then(() => null)]);
  if (first === null) throw new Error("The worker ended before it was ready.");
  const signal = async (name: "SIGKILL" | "SIGTERM") => {
    child.kill(name);
    const [code] = await exited;
    return code;
  };
  return {
    kill: async () => void (await signal("SIGKILL")),
    stop: () => signal("SIGTERM"),
  };
}
