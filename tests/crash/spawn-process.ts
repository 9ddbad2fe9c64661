import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const FILES = {
  web: new URL("./web-process.ts", import.meta.url),
  worker: new URL("./worker-process.ts", import.meta.url),
};
export type Kind = keyof typeof FILES;

export interface SpawnedProcess {
  kill(): Promise<void>;
  /** Asks it to stop; gives its exit code. */
  stop(): Promise<number | null>;
}

export interface StandBy extends SpawnedProcess {
  /** Gives the word; settles once it works. */
  start(clockStartsAt: Date): Promise<void>;
}

/** A real process of the service, loaded and waiting for the word. */
export function standBy(kind: Kind, settings: Record<string, string>): StandBy {
  const child = fork(fileURLToPath(FILES[kind]), {
    execArgv: ["--import", "tsx"],
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      SERVICE_MODE: "test",
      LOG_LEVEL: "error",
      MAIL_REQUESTS_PER_SECOND: "1000",
      ...settings,
    },
  });
  const exited = once(child, "exit") as Promise<[number | null]>;
  const loaded = says(child, "loaded", exited);
  // It may be killed before anyone asks.
  loaded.catch(() => undefined);
  const signal = async (name: "SIGKILL" | "SIGTERM") => {
    child.kill(name);
    const [code] = await exited;
    return code;
  };
  return {
    async start(clockStartsAt) {
      await loaded;
      const ready = says(child, "ready", exited);
      child.send(clockStartsAt.toISOString());
      await ready;
    },
    kill: async () => void (await signal("SIGKILL")),
    stop: () => signal("SIGTERM"),
  };
}

async function says(child: ChildProcess, word: string, exited: Promise<unknown>): Promise<void> {
  const [said] = (await Promise.race([once(child, "message"), exited.then(() => [null])])) as [unknown];
  if (said !== word) throw new Error(`A process ended before it was ${word}.`);
}

/** Starts the real worker, and waits until it takes jobs. */
export async function spawnWorker(
  settings: Record<string, string>,
  clockStartsAt: Date,
): Promise<SpawnedProcess> {
  const worker = standBy("worker", settings);
  await worker.start(clockStartsAt);
  return worker;
}

/** A process of which there is always one: killed, the one that stands by takes its place. */
export async function superviseProcess(kind: Kind, settings: Record<string, string>, now: () => Date) {
  let next = standBy(kind, settings);
  let current = next;
  let working: Promise<void> = Promise.resolve();
  const replace = () => {
    current = next;
    next = standBy(kind, settings);
    working = current.start(now());
    return working;
  };
  await replace();
  return {
    /** Settles once the present one works. */
    working: () => working,
    async kill() {
      await working;
      await current.kill();
      await replace();
    },
    async stop() {
      await next.kill();
      await working;
      return current.stop();
    },
  };
}
