import { InvalidEnvironment, readEnv, type Env } from "#app/infra/env.server.ts";
import { UnusableDatabase } from "#db/usable-database.ts";

/** What stops a start, in a sentence for the person at the keyboard. */
export class Unstartable extends Error {}

const EXPECTED = [Unstartable, InvalidEnvironment, UnusableDatabase];

/** Starts a service; what the person at the keyboard can act upon is one sentence and exit code 1, a bug is its stack. */
export async function runService(start: (env: Env) => Promise<void>): Promise<void> {
  try {
    await start(readEnv());
  } catch (error) {
    process.stderr.write(`✗ ${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (EXPECTED.some((kind) => error instanceof kind)) return error.message;
  if ("code" in error && error.code === "EADDRINUSE" && "port" in error)
    return `Le port ${String(error.port)} est déjà pris par un autre programme : choisissez-en un autre (PORT, WORKER_PORT).`;
  return error.stack ?? error.message;
}

/** Ends the process cleanly on the first signal to stop; a second one, or `limitMs`, ends it at once. */
export function stopOnSignal(stop: (signal: string) => Promise<void>, limitMs: number): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      setTimeout(() => process.exit(1), limitMs).unref();
      stop(signal).then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`✗ ${sentenceOf(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
