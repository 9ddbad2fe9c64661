import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { createBoundedQueue } from "#app/kernel/flow/bounded-queue.ts";

/** OWASP 2024 profile for Argon2id: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password that nobody knows: verifying against it costs the same as against a real one. */
export const HASH_OF_NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$og3Wp/T5EYrwglfgwmwqXA$gv5oCHQ12hjowzYF40g/DJxs/Q5QmKqjoMwFYP53btU";

/** Never on every core at once: pages are served meanwhile. */
const LANES = Math.max(1, availableParallelism() - 1);

/** At some 30 ms each, whoever comes last waits less than ten seconds; beyond, an answer at once is kinder. */
const MOST_WAITING = 200 * LANES;

/**
 * Plain JavaScript in a string: a thread inherits no TypeScript loader, and the web bundle has no file beside it. On Linux each
 * thread has a priority of its own: a page that is asked for takes the core from a password, which keeps a tenth of it at the worst.
 */
const THREAD = `
const { setPriority } = require("node:os");
const { parentPort, workerData } = require("node:worker_threads");
const { hashSync, verifySync } = require(workerData.argon2);
if (process.platform === "linux") setPriority(10);
parentPort.on("message", ({ password, passwordHash }) => {
  try {
    const value = passwordHash === null ? hashSync(password, workerData.options) : verifySync(passwordHash, password);
    parentPort.postMessage({ value });
  } catch {
    parentPort.postMessage({ error: "argon2 refused its input" });
  }
});
`;

type Answer = { value: string | boolean } | { error: string };

interface Lane {
  thread: Worker;
  /** Whoever waits for its answer. */
  tell: ((answer: Answer) => void) | null;
}

const inTurn = createBoundedQueue({ atOnce: LANES, mostWaiting: MOST_WAITING });
let idle: Lane[] = [];

/** Off the event loop, in few threads of low priority behind a queue with an end (`QueueFull`): pages are served meanwhile. */
export async function hashPassword(password: string): Promise<string> {
  return String(await inTurn(() => ask({ password, passwordHash: null })));
}

/** Compares in the same time whether the account exists (`passwordHash` given) or not. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() => ask({ password, passwordHash: passwordHash ?? HASH_OF_NOBODY }));
  return matches === true && passwordHash !== null;
}

/** A lane does one thing at a time; those that wait for work do not keep the process alive, and one that fails is not used again. */
async function ask(request: { password: string; passwordHash: string | null }): Promise<string | boolean> {
  const lane = idle.pop() ?? openLane();
  lane.thread.ref();
  const answer = await new Promise<Answer>((resolve) => {
    lane.tell = resolve;
    lane.thread.postMessage(request);
  });
  lane.tell = null;
  if ("error" in answer) {
    await lane.thread.terminate();
    throw new Error(answer.error);
  }
  lane.thread.unref();
  idle.push(lane);
  return answer.value;
}

function openLane(): Lane {
  const argon2 = createRequire(import.meta.url).resolve("@node-rs/argon2");
  const thread = new Worker(THREAD, { eval: true, execArgv: [], workerData: { argon2, options: OPTIONS } });
  const lane: Lane = { thread, tell: null };
  const close = () => {
    idle = idle.filter((one) => one !== lane);
    lane.tell?.({ error: "The thread of passwords stopped" });
  };
  thread.on("message", (answer: Answer) => lane.tell?.(answer));
  thread.on("error", close);
  thread.on("exit", close);
  return lane;
}
